/** Code of the diagnostic that an article carries whose copies were left out. */
const DUPLICATE_CODE = 'duplicate-input'
const DUPLICATE_MARK = Buffer.from(`"code":"${DUPLICATE_CODE}"`)

interface WithDiagnostics {
  diagnostics: { code: string; message: string; stage: string }[]
}

/** Whether a line tells of copies that were left out. Inside of a text the quote marks would be escaped. */
export const isMarked = (line: Buffer): boolean => line.includes(DUPLICATE_MARK)

/** The line with one diagnostic for each copy of its document that was left out now, and none for those of earlier runs. */
export function withDuplicates(line: Buffer, copies: readonly string[]): Buffer {
  const document = JSON.parse(line.toString('utf8')) as WithDiagnostics
  document.diagnostics = [
    ...document.diagnostics.filter(({ code }) => code !== DUPLICATE_CODE),
    ...copies.map((source) => ({
      code: DUPLICATE_CODE,
      message: `The same article also came from ${source}; it is counted once.`,
      stage: 'read',
    })),
  ]
  return Buffer.from(`${JSON.stringify(document)}\n`)
}
