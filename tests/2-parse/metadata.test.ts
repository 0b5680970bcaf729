import { describe, expect, it } from 'vitest'
import { articleId, canonicalUrl } from '../../src/2-parse/article-id.js'
import { isBylineLine, parseAuthors, parseByline } from '../../src/2-parse/byline.js'
import { detectLanguage, parseLanguage } from '../../src/2-parse/language.js'
import { parsePublishedAt } from '../../src/2-parse/published-at.js'
import { fromRecord, STORY } from './articles.js'

describe('publication dates', () => {
  it.each([
    ['2021-03-04', '2021-03-04'],
    ['2021-03', '2021-03'],
    ['2021', '2021'],
    ['20210304', '2021-03-04'],
    ['2021-03-04T09:15:00+00:00', '2021-03-04T09:15:00+00:00'],
    ['2021-03-04T09:15:00.123Z', '2021-03-04T09:15:00.123Z'],
    ['2021-03-04 09:15', '2021-03-04T09:15'],
    ['2021-03-04 09:15:00 -0500', '2021-03-04T09:15:00-05:00'],
    ['2021-03-04 09:15:00 UTC', '2021-03-04T09:15:00Z'],
    ['Thu, 04 Mar 2021 09:15:00 +0100', '2021-03-04T09:15:00+01:00'],
    ['Thu, 4 Mar 2021 09:15:00 GMT', '2021-03-04T09:15:00+00:00'],
    ['March 4, 2021', '2021-03-04'],
    ['Published on Sept. 4th, 2021', '2021-09-04'],
    ['4 March 2021', '2021-03-04'],
    ['March 4, 2021 9:15 pm EST', '2021-03-04T21:15-05:00'],
    ['9:15 a.m. ET, March 4, 2021', '2021-03-04T09:15'],
    ['March 4, 2021 at 12 a.m.', '2021-03-04T00:00'],
    ['2021/03/04', '2021-03-04'],
    ['04.03.2021', '2021-03-04'],
    ['25/12/2021', '2021-12-25'],
    ['12/25/2021', '2021-12-25'],
    [1614849300, '2021-03-04T09:15:00Z'],
    ['1614849300000', '2021-03-04T09:15:00Z'],
  ])('%j is %s', (value, iso) => {
    expect(parsePublishedAt(value)).toBe(iso)
  })

  it.each([
    ...['', 'soon', '03/04/2021', '2021-13-01', '2021-02-30', '30 Febtober 2021', '2021-03-04T25:00', null, {}, -5],
  ])('%j is none', (value) => {
    expect(parsePublishedAt(value)).toBeUndefined()
  })
})

describe('bylines', () => {
  it.each([
    ['Ana Ruiz', ['Ana Ruiz']],
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['BY: ANA RUIZ', ['ANA RUIZ']],
    ['Ana Ruiz and Tom Blake', ['Ana Ruiz', 'Tom Blake']],
    ['Ana Ruiz, Tom Blake and Mia Wong', ['Ana Ruiz', 'Tom Blake', 'Mia Wong']],
    ['Ana Ruiz, Tom Blake, and Mia Wong', ['Ana Ruiz', 'Tom Blake', 'Mia Wong']],
    ['Tom Blake, Jr. and Mia Wong', ['Tom Blake, Jr.', 'Mia Wong']],
    ['Ana Ruiz; Tom Blake | Mia Wong', ['Ana Ruiz', 'Tom Blake', 'Mia Wong']],
    ['Reuters', ['Reuters']],
    ['Ana Ruiz, Senior Political Correspondent, and Tom Blake in Lisbon', ['Ana Ruiz', 'Tom Blake']],
    ['Our Diplomatic Correspondent', ['Our Diplomatic Correspondent']],
    ['Staff and agencies', ['Staff and agencies']],
    ['Ana Ruiz (aruiz@post.example)', ['Ana Ruiz']],
    ['https://social.example/ana', []],
    ['Ana Ruiz, Ana Ruiz', ['Ana Ruiz']],
    ['N/A', []],
    ['By', []],
    ['', []],
  ])('%j', (byline, authors) => {
    expect(parseByline(byline)).toEqual(authors)
  })

  it('reads lists and objects', () => {
    expect(parseAuthors(['Ana Ruiz', { name: 'By Tom Blake' }, 3, null])).toEqual(['Ana Ruiz', 'Tom Blake'])
  })

  it.each([
    ['By Ana Ruiz', true],
    ['BY ANA RUIZ and Tom Blake, Associated Press', true],
    ['By Friday the water had gone.', false],
    ['By Friday the water had gone', false],
    ['Ana Ruiz', false],
  ])('%j is a byline line: %s', (line, expected) => {
    expect(isBylineLine(line)).toBe(expected)
  })
})

describe('ids and addresses', () => {
  it.each([
    ['HTTP://WWW.Post.Example:80/a/?utm_source=x&b=2&a=1#top', 'https://post.example/a?a=1&b=2'],
    ['https://post.example/a/', 'https://post.example/a'],
    ['https://post.example/?p=12', 'https://post.example?p=12'],
    ['https://post.example/', undefined],
  ])('%s is %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical)
  })

  it('is the text where the address names only a site', () => {
    expect(articleId('https://post.example', 'a')).toBe(articleId(undefined, 'a'))
    expect(articleId(undefined, 'a')).toBe('ca978112ca1bbdca')
  })
})

describe('language', () => {
  it.each([
    [STORY, 'en'],
    [
      'Der Rat der Stadt hat am Dienstag beschlossen, die alte Brücke über den Fluss zu schließen, so die Sprecherin.',
      'de',
    ],
    [
      'El ayuntamiento decidió el martes cerrar el viejo puente que construyó el ejército hace noventa años. La alcaldesa dijo a los periodistas que las obras comenzarán en junio y que el tráfico se desviará por la carretera.',
      'es',
    ],
    [
      'El ayuntamiento decidió el martes cerrar el viejo puente que construyó el ejército hace noventa años.',
      undefined,
    ],
    ['De gemeente heeft dinsdag besloten om de oude brug over de rivier te sluiten, of die nu had gediend.', 'nl'],
    [
      'Городской совет во вторник решил закрыть старый мост через реку, сообщила журналистам пресс-секретарь мэрии города.',
      'ru',
    ],
    ['Bridge closed.', undefined],
  ])('%j', (text, language) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it.each([
    ['en-US', 'en'],
    ['ENG', 'en'],
    ['German', 'de'],
    ['klingon', undefined],
    [3, undefined],
  ])('%j', (value, code) => {
    expect(parseLanguage(value)).toBe(code)
  })

  it('marks an article that is not English', () => {
    expect(fromRecord({ text: 'x', language: 'de' }).diagnostics.map((d) => d.code)).toEqual(['not-english'])
  })
})
