/** Lines trimmed, runs of blank lines as one, none at the beginning or end. */
export function tidyLines(text: string): string {
  const lines: string[] = []
  let blank = true
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed !== '' || !blank) lines.push(trimmed)
    blank = trimmed === ''
  }
  if (blank) lines.pop()
  return lines.join('\n')
}
