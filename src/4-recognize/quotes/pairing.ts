import { type Paragraph, POS, type Segmented, SHAPE } from '../../document/segmented.js'
import { indexAt, type Span } from '../../document/span.js'
import { CUE_TABLE } from './cues.js'
import { doubleMarks, type Mark, singleMarks } from './marks.js'
import { tokenAfter } from './token-after.js'

/** What stands between two marks (or a mark and its paragraph's end), marks excluded; never over a line's end. */
export interface Stretch extends Span {
  /** The same with its marks. */
  readonly outerStart: number
  readonly outerEnd: number
  readonly paragraph: number
  /** The quotation goes on in the next paragraph's first stretch. */
  readonly continues: boolean
  readonly closed: boolean
  /** “ROE: We won.” – a transcript's label inside the marks; the stretch begins after it. */
  readonly label?: Span
}

const isSpace = (text: string, i: number): boolean => {
  const code = text.charCodeAt(i)
  return code === 32 || code === 0xa0 || (code >= 9 && code <= 13)
}

/** Of the marks after an opening one inside an open quotation: do two closing marks come before the next opening one? */
function isNested(marks: readonly Mark[], i: number): boolean {
  let closings = 0
  for (let k = i + 1; k < marks.length && k < i + 8; k++) {
    if (marks[k].opens && !marks[k].closes) return false
    if (++closings === 2) return true
  }
  return false
}

/** ‘The drivers’ union …,’ – an apostrophe after "s" with a closing mark still to come is no end. */
function isPlural(text: string, marks: readonly Mark[], i: number): boolean {
  const next = marks[i + 1]
  return text[marks[i].at - 1] === 's' && next !== undefined && next.closes && ',.?!'.includes(text[next.at - 1])
}

interface Pairing {
  readonly text: string
  readonly out: Stretch[]
}

function add(
  p: Pairing,
  open: Mark | undefined,
  from: number,
  close: Mark | undefined,
  to: number,
  paragraph: number,
  continues: boolean,
): void {
  let start = from
  let end = to
  while (start < end && isSpace(p.text, start)) start++
  while (end > start && isSpace(p.text, end - 1)) end--
  if (end <= start) return
  p.out.push({
    start,
    end,
    outerStart: open ? open.at : start,
    outerEnd: close ? close.at + close.width : end,
    paragraph,
    continues,
    closed: close !== undefined,
  })
}

const isUpper = (code: number): boolean => code >= 65 && code <= 90
const isLower = (code: number): boolean => code >= 97 && code <= 122

const LABEL = /^[A-Z][A-Z.'’ -]{1,28}:\s+(?=\S)/

/** Takes the label off a transcript's turn. */
function withoutLabel(text: string, s: Stretch): Stretch {
  if (!isUpper(text.charCodeAt(s.start)) || isLower(text.charCodeAt(s.start + 1))) return s
  const label = LABEL.exec(text.slice(s.start, Math.min(s.end, s.start + 36)))
  if (!label) return s
  const colon = s.start + label[0].indexOf(':')
  return { ...s, start: s.start + label[0].length, label: { start: s.start, end: colon } }
}

const says = (word: string | undefined): boolean => {
  const cue = word === undefined ? undefined : CUE_TABLE.get(word)
  return cue?.frames.includes('q') === true && (cue.form === 'past' || cue.form === 'third')
}

/** So far a cue is looked for after a mark that nobody closed. */
const MOST_WORDS = 80

/** The comma before the cue of a quotation nobody closed, in its first sentence, or `limit`. */
function cueEnd(article: Segmented, open: Mark, limit: number): number {
  const sentence = article.sentences[indexAt(article.sentences, open.at + open.width)]
  const end = likelyEnd(article, open, limit)
  return sentence && end < sentence.end ? end : limit
}

/** The end of a quotation nobody closed: the comma before its cue ("No, said Roe"), or the end of its first sentence. */
function likelyEnd(article: Segmented, open: Mark, limit: number): number {
  const { tokens, sentences } = article
  const sentence = sentences[indexAt(sentences, open.at + open.width)]
  if (!sentence || sentence.end <= open.at + open.width) return limit
  const first = tokenAfter(tokens, open.at + open.width)
  const reach = Math.min(sentence.endToken - 2, first + MOST_WORDS)
  for (let i = first; i < reach && tokens.end[i] <= limit; i++) {
    if (tokens.lower[i] !== ',') continue
    const subject = (tokens.shape[i + 1] & SHAPE.CAPITAL) !== 0 || tokens.pos[i + 1] === POS.PRON
    if (says(tokens.lower[i + 1]) || (subject && says(tokens.lower[i + 2]))) return tokens.end[i]
  }
  return Math.min(sentence.end, limit)
}

/** Marks of one paragraph to stretches. `running`: the paragraph before ended inside a quotation without a mark here. */
function pairParagraph(
  article: Segmented,
  p: Pairing,
  marks: readonly Mark[],
  index: number,
  next: Mark | undefined,
  running: boolean,
): boolean {
  const paragraph = article.paragraphs[index]
  let open: Mark | undefined
  let depth = 0
  let from = running ? paragraph.start : -1
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]
    if (from < 0) {
      if (!mark.opens) continue
      open = mark
      from = mark.at + mark.width
      continue
    }
    // Two opening marks in a row ("“So …) are one.
    if (mark.opens && mark.at === from) {
      from = mark.at + mark.width
      continue
    }
    if (mark.single && mark.closes && isPlural(p.text, marks, i)) continue
    if (mark.closes) {
      if (depth > 0) {
        depth--
        continue
      }
      add(p, open, from, mark, mark.at, index, false)
      open = undefined
      from = -1
      continue
    }
    if (isNested(marks, i)) {
      depth++
      continue
    }
    // A second opening mark: the first was never closed.
    if (open) add(p, open, from, undefined, likelyEnd(article, open, mark.at), index, false)
    open = mark
    depth = 0
    from = mark.at + mark.width
  }
  if (from < 0) return false
  const follows = article.paragraphs[index + 1]
  const continued = next !== undefined && follows !== undefined && next.at === follows.start && next.opens
  const runsOn = !continued && next !== undefined && follows !== undefined && !next.opens && next.at < follows.end
  const end = open && !continued && !runsOn ? cueEnd(article, open, paragraph.end) : paragraph.end
  add(p, open, from, undefined, end, index, continued || runsOn)
  return runsOn
}

function pair(article: Segmented, marks: readonly Mark[]): Stretch[] {
  const p: Pairing = { text: article.text, out: [] }
  let m = 0
  let running = false
  for (let index = 0; index < article.paragraphs.length && (m < marks.length || running); index++) {
    const paragraph: Paragraph = article.paragraphs[index]
    const from = m
    while (m < marks.length && marks[m].at < paragraph.end) m++
    if (from === m) {
      running = false
      continue
    }
    running = pairParagraph(article, p, marks.slice(from, m), index, marks[m], running)
  }
  return p.out.map((stretch) => withoutLabel(article.text, stretch))
}

const inBody = (article: Segmented, s: Stretch): boolean => article.paragraphs[s.paragraph].section === 'body'
const speaks = (text: string, s: Stretch): boolean =>
  s.closed && s.end - s.start > 20 && ',.?!'.includes(text[s.end - 1]) && text.slice(s.start, s.end).includes(' ')

/**
 * The stretches of an article inside quote marks, in order of reading, none overlapping another. Single marks count
 * only in an article whose body has double ones nowhere but inside them, and that ends a quotation with punctuation inside
 * (‘We won,’ she said).
 */
export function quotedStretches(article: Segmented): readonly Stretch[] {
  const double = pair(article, doubleMarks(article.text))
  const inside = double.filter((s) => inBody(article, s))
  if (inside.some((s) => !s.closed)) return double
  const marks = singleMarks(article.text)
  if (!marks.some((mark) => mark.opens)) return double
  const single = pair(article, marks).filter((s) => s.closed && inBody(article, s))
  if (!single.some((s) => speaks(article.text, s)) || !allNested(inside, single)) return double
  return [...double.filter((s) => !inBody(article, s)), ...single].sort((a, b) => a.start - b.start)
}

/** Does every stretch of `inner` lie inside one of `outer`? Both in order of reading. */
function allNested(inner: readonly Stretch[], outer: readonly Stretch[]): boolean {
  let k = 0
  return inner.every((s) => {
    while (k < outer.length && outer[k].outerEnd < s.outerEnd) k++
    return k < outer.length && outer[k].outerStart < s.outerStart
  })
}
