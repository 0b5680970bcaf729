/**
 * Memory that all threads see, lent to one task after the other. What a worker hands over in memory of its own counts
 * against both heaps, and V8 collects them whole again and again for it; this does not count.
 */
export interface SharedRooms {
  readonly borrow: () => Uint8Array
  /** Not for a room whose worker was ended: it may still write. */
  readonly giveBack: (room: Uint8Array) => void
}

export function createSharedRooms(bytes: number): SharedRooms {
  const free: Uint8Array[] = []
  return {
    borrow: () => free.pop() ?? new Uint8Array(new SharedArrayBuffer(bytes)),
    giveBack: (room) => {
      free.push(room)
    },
  }
}
