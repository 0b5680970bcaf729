export const run = async (_i: readonly string[], _o: Record<string, unknown>): Promise<number> => 0
