// biome-ignore-all format: a field a line
/** A field of `documents.jsonl`; nested objects and lists have their own fields. */
export interface DocumentField {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'object' | 'array'
  readonly description: string
  /** Always there. */
  readonly required?: true
  /** Fields of the object, or of each object in the list. */
  readonly fields?: readonly DocumentField[]
}

const START: DocumentField = { name: 'start', type: 'integer', required: true, description: 'Where it begins in `text`, in UTF-16 code units.' }
const END: DocumentField = { name: 'end', type: 'integer', required: true, description: 'The first code unit behind it: `text.slice(start, end)` is what it covers.' }
const BY: DocumentField = { name: 'by', type: 'string', required: true, description: 'What found it: `model`, `gazetteer`, or the name of a rule.' }
const SPAN = [START, END]
const covered = (description: string): DocumentField => ({ name: 'text', type: 'string', required: true, description })

const PERSON: readonly DocumentField[] = [
  { name: 'given', type: 'string', description: 'Given name.' },
  { name: 'family', type: 'string', description: 'Family name.' },
  { name: 'honorific', type: 'string', description: '`Sen.`, `Mr.`, `President`, as the article writes it before the name.' },
  { name: 'role', type: 'string', description: 'What the article says the person is.' },
]

const PLACE: readonly DocumentField[] = [
  { name: 'geonamesId', type: 'integer', description: 'Number in GeoNames.' },
  { name: 'latitude', type: 'number', description: 'Degrees north, WGS 84.' },
  { name: 'longitude', type: 'number', description: 'Degrees east, WGS 84.' },
  { name: 'countryCode', type: 'string', description: 'ISO 3166-1 alpha-2.' },
  { name: 'admin1', type: 'string', description: 'GeoNames code of the first-level region, without the country.' },
  { name: 'featureCode', type: 'string', description: 'GeoNames feature code.' },
  { name: 'confidence', type: 'number', description: 'Probability that this is the right place of that name.' },
]

const ORGANIZATION: readonly DocumentField[] = [
  { name: 'acronym', type: 'string', description: '`FBI`.' },
  { name: 'kind', type: 'string', description: 'company, government, court, party, university, team, media or other.' },
]

const MENTION: readonly DocumentField[] = [
  ...SPAN,
  covered('The name.'),
  { name: 'type', type: 'string', required: true, description: 'person, place or organization.' },
  { name: 'entityId', type: 'string', required: true, description: 'The `id` of one of `entities`.' },
  { name: 'confidence', type: 'number', required: true, description: 'Probability that span and type are right.' },
  BY,
]

const ENTITY: readonly DocumentField[] = [
  { name: 'id', type: 'string', required: true, description: 'Readable; names it inside this article. The tables have the corpus\'s id.' },
  { name: 'type', type: 'string', required: true, description: 'person, place or organization.' },
  { name: 'name', type: 'string', required: true, description: 'The fullest form that the article uses.' },
  { name: 'aliases', type: 'array', required: true, description: 'The other forms, in order of first use.' },
  { name: 'mentionCount', type: 'integer', required: true, description: 'How many of `mentions` are its.' },
  { name: 'person', type: 'object', description: 'Of a person.', fields: PERSON },
  { name: 'place', type: 'object', description: 'Of a place that was found in GeoNames.', fields: PLACE },
  { name: 'organization', type: 'object', description: 'Of an organization.', fields: ORGANIZATION },
]

const DATE: readonly DocumentField[] = [
  ...SPAN,
  covered('The expression.'),
  { name: 'type', type: 'string', required: true, description: 'TIMEX3: DATE, TIME, DURATION or SET.' },
  { name: 'value', type: 'string', description: 'TIMEX3 value, counted from `publishedAt`.' },
  { name: 'mod', type: 'string', description: 'TIMEX3 modifier: START, MID, END, APPROX, …' },
  { name: 'earliest', type: 'string', description: 'First calendar day that the value covers.' },
  { name: 'latest', type: 'string', description: 'Last calendar day that the value covers.' },
  BY,
]

const CUE: readonly DocumentField[] = [
  ...SPAN,
  covered('The words that report: `said`.'),
  { name: 'lemma', type: 'string', required: true, description: 'Their base form: `say`.' },
]

const SPEAKER: readonly DocumentField[] = [
  ...SPAN,
  covered('The words that stand for the speaker.'),
  { name: 'entityId', type: 'string', description: 'The `id` of one of `entities`.' },
  { name: 'name', type: 'string', description: 'The fullest name of the speaker in the article.' },
  { name: 'path', type: 'array', required: true, description: 'How the name was reached: `["she", "May", "Theresa May"]`.' },
]

const QUOTE: readonly DocumentField[] = [
  ...SPAN,
  covered('The parts of a direct quote joined with a space, else the whole content.'),
  { name: 'kind', type: 'string', required: true, description: 'direct, mixed or indirect.' },
  { name: 'parts', type: 'array', required: true, description: 'The words inside quote marks, without the marks; of an indirect quote its content.', fields: SPAN },
  { name: 'cue', type: 'object', description: 'The words that report.', fields: CUE },
  { name: 'speaker', type: 'object', description: 'Absent where the evidence names none.', fields: SPEAKER },
  { name: 'confidence', type: 'number', required: true, description: 'Probability that the speaker is right (of the quote, where there is none).' },
  BY,
]

const DIAGNOSTIC: readonly DocumentField[] = [
  { name: 'code', type: 'string', required: true, description: 'For programs.' },
  { name: 'message', type: 'string', required: true, description: 'For people.' },
  { name: 'stage', type: 'string', required: true, description: 'read, parse, segment, recognize, resolve, link or write.' },
  { name: 'start', type: 'integer', description: 'Where, if somewhere.' },
  { name: 'end', type: 'integer', description: 'Where it ends.' },
]

const SECTION: readonly DocumentField[] = [
  { name: 'kind', type: 'string', required: true, description: 'title or body.' },
  ...SPAN,
]

const FOCUS: readonly DocumentField[] = [
  { name: 'countryCode', type: 'string', required: true, description: 'ISO 3166-1 alpha-2.' },
  { name: 'admin1', type: 'string', description: 'GeoNames code of the first-level region, where one prevails.' },
]

/** `documents.jsonl`, a line an article, its fields in this order; what is unknown is absent. */
export const DOCUMENT_FIELDS: readonly DocumentField[] = [
  { name: 'schemaVersion', type: 'integer', required: true, description: 'Goes up when a reader of the old form would break.' },
  { name: 'id', type: 'string', required: true, description: 'The first 16 hex digits of SHA-256 of the canonical address, else of the text.' },
  { name: 'sourceId', type: 'string', description: 'The `id` that the input record carried.' },
  { name: 'source', type: 'string', required: true, description: 'The input as the command line named it; `file.jsonl#12` is line 12 of a file.' },
  { name: 'title', type: 'string', description: 'The headline.' },
  { name: 'authors', type: 'array', required: true, description: 'Names of the byline.' },
  { name: 'publishedAt', type: 'string', description: 'ISO 8601 with the offset that the source gave.' },
  { name: 'outlet', type: 'string', description: 'Who published it.' },
  { name: 'url', type: 'string', description: 'Where it was published.' },
  { name: 'language', type: 'string', description: 'ISO 639-1, from the metadata or detected.' },
  { name: 'focus', type: 'object', description: 'Where the article plays, by the places that it names.', fields: FOCUS },
  { name: 'text', type: 'string', required: true, description: 'Title, blank line, body; or just the body. All offsets point into it.' },
  { name: 'sections', type: 'array', required: true, description: 'Title and body.', fields: SECTION },
  { name: 'sentences', type: 'array', required: true, description: 'The sentences.', fields: SPAN },
  { name: 'mentions', type: 'array', required: true, description: 'Names in the text, in order of reading.', fields: MENTION },
  { name: 'entities', type: 'array', required: true, description: 'The article\'s who-is-who.', fields: ENTITY },
  { name: 'dates', type: 'array', required: true, description: 'Time expressions, in order of reading.', fields: DATE },
  { name: 'quotes', type: 'array', required: true, description: 'Reported speech, in order of reading.', fields: QUOTE },
  { name: 'diagnostics', type: 'array', required: true, description: 'What was odd but did not stop the article.', fields: DIAGNOSTIC },
]
