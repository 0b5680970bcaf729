import { POS } from '../../../document/segmented.js'
import { calendarUnit, duration, type Rule, reference, says, unitName, wordAfter, wordBefore } from '../rule.js'

/** Units without a number. */
export const VAGUE_RULES: readonly Rule[] = [
  {
    name: 'recent years',
    type: 'DATE',
    patterns: [
      'the? most? recent|past PLURAL:unit',
      'the? coming|upcoming PLURAL:unit',
      'the last PLURAL:unit',
      'the PLURAL:unit ahead',
      'the PLURAL:unit to come',
      'PLURAL:unit to come',
      'the next PLURAL:unit',
      'the? prior|previous PLURAL:unit',
      'earlier|future PLURAL:unit',
    ],
    read: (_, place) => {
      if (says(place, 'quarters') && says(place, 'the')) return undefined
      return {
        meaning: reference(says(place, 'coming', 'upcoming', 'ahead', 'come', 'next', 'future') ? 'future' : 'past'),
      }
    },
  },
  {
    name: 'years',
    type: 'DURATION',
    patterns: [
      'PLURAL:unit',
      'PLURAL:unit - long',
      'the first|final|last|early|opening|closing|waning PLURAL:unit',
      'many|several|some|numerous|more PLURAL:unit',
      'PLURAL:unit and|or PLURAL:again',
    ],
    read: (c, place) => {
      const name = unitName(c.unit)
      if (name === 'quarter' || name === 'weekend' || (says(place, 'many') && wordBefore(place) === 'as'))
        return undefined
      if (place.end > place.from + 1) {
        if (calendarUnit(c.unit) === undefined && says(place, 'early', 'opening', 'closing', 'final', 'last'))
          return undefined
        return { meaning: duration(c.unit) }
      }
      const before = wordBefore(place)
      if (wordAfter(place) === '-' && wordAfter(place, 1) === 'old') return undefined
      // "days before the vote", "decades of silence"
      const frames = /^(after|before|into|apart)$/.test(wordAfter(place)) && before !== 'the'
      const fills = wordAfter(place) === 'of' && before !== 'the' && place.tokens.pos[place.from - 1] !== POS.PROPN
      const { tokens, from } = place
      const opens = tokens.sentence[from - 1] !== tokens.sentence[from]
      const isLower = tokens.words[from].charCodeAt(0) >= 97 || opens
      // "Minutes later": no calendar knows.
      if (isLower && /^(later|earlier)$/.test(wordAfter(place)) && calendarUnit(c.unit) === undefined)
        return { meaning: duration(c.unit) }
      if (isLower && (frames || (fills && calendarUnit(c.unit)))) return { meaning: duration(c.unit) }
      if (name === 'second' || name === 'minute')
        return /^(for|in|within|of)$/.test(before) ? { meaning: duration(c.unit) } : undefined
      if (!isLower) return undefined
      return /^(for|in|over|within|after|of|through|take|took|takes|taken|only|just|needs|need|needed|spent|spend|spending|lasted|last|despite|until|by|following|the|during|since)$/.test(
        before,
      )
        ? { meaning: duration(c.unit) }
        : undefined
    },
  },
]
