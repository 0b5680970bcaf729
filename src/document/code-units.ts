/** Room for usual articles; longer ones get their own. */
const ROOM = new Uint16Array(1 << 16)

/**
 * The code units of a text: a string is slow to read one by one. Two spaces follow, so that a look at what comes next
 * needs no check. The next call overwrites them.
 */
export function codeUnits(text: string): Uint16Array {
  const codes = text.length + 2 <= ROOM.length ? ROOM : new Uint16Array(text.length + 2)
  Buffer.from(codes.buffer).write(text, 'utf16le')
  codes[text.length] = 32
  codes[text.length + 1] = 32
  return codes
}
