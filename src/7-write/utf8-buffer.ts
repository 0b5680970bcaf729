/**
 * Gathers text as UTF-8 bytes in memory that is used again for the next lot. Strings that wait to be joined would outlive
 * the garbage that they came with, and V8 would copy them again and again.
 */
export interface Utf8Buffer {
  /** Appends a text; its bytes, to be looked at before the next call. */
  readonly add: (text: string) => Uint8Array
  /** Forgets what was added and not taken. */
  readonly clear: () => void
  /** What was added since the last time, as a buffer of its own of just that size. */
  readonly take: () => Uint8Array<ArrayBuffer>
  /** The same at the beginning of `room`; undefined, and nothing is taken, where that is too small. */
  readonly takeInto: (room: Uint8Array) => Uint8Array | undefined
}

const USUAL_BYTES = 1 << 20
/** More than this is given back after a lot with a giant in it. */
const MOST_KEPT_BYTES = 1 << 23

export function createUtf8Buffer(): Utf8Buffer {
  let bytes = Buffer.allocUnsafeSlow(USUAL_BYTES)
  let used = 0

  const makeRoom = (most: number): void => {
    if (used + most <= bytes.length) return
    const wider = Buffer.allocUnsafeSlow(Math.max(bytes.length * 2, used + most))
    bytes.copy(wider, 0, 0, used)
    bytes = wider
  }
  const moveTo = (target: Uint8Array): void => {
    target.set(bytes.subarray(0, used))
    used = 0
    if (bytes.length > MOST_KEPT_BYTES) bytes = Buffer.allocUnsafeSlow(USUAL_BYTES)
  }
  return {
    add: (text) => {
      // A UTF-16 unit is three bytes of UTF-8 at most.
      makeRoom(text.length * 3)
      const start = used
      used += bytes.write(text, start, 'utf8')
      return bytes.subarray(start, used)
    },
    clear: () => {
      used = 0
    },
    take: () => {
      const taken = new Uint8Array(used)
      moveTo(taken)
      return taken
    },
    takeInto: (room) => {
      if (room.length < used) return undefined
      const taken = room.subarray(0, used)
      moveTo(taken)
      return taken
    },
  }
}
