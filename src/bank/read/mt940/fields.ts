/** One field of an MT940 message: its tag, its lines, and the line of the file where it starts. */
export type Field = { readonly tag: string; readonly lines: readonly string[]; readonly line: number }

const start = /^:(\d{2}[A-Z]?|NS):(.*)$/

/** Whether the text is an MT940 (or its cousins), wrapped by SWIFT or bare. */
export const isMt940 = (text: string): boolean =>
  /^\s*[\x01-\x04]?\s*(\{1:|:940:|:\d{2}[A-Z]?:)/.test(text) ||
  /^\{1:F/m.test(text) ||
  // Some banks put lines of their own before the message.
  (/^:20:/m.test(text) && /^:(25P?|28C?|60[FM]):/m.test(text))

/** Cuts a text into its fields. A line that begins no field belongs to the one above; `-` ends a message. */
export function fieldsOf(text: string): readonly Field[] {
  const fields: { tag: string; lines: string[]; line: number }[] = []
  let open = false
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const line = raw.replace(/[\x00-\x08\x1a]/g, '')
    const body = line.replace(/^(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*\{4:\s*/, '')
    const found = start.exec(body)
    if (found) {
      fields.push({ tag: found[1] ?? '', lines: [found[2] ?? ''], line: index + 1 })
      open = true
    } else if (/^-\s*(\}.*)?$/.test(line.trim())) {
      fields.push({ tag: 'end', lines: [], line: index + 1 })
      open = false
    } else if (open) fields.at(-1)?.lines.push(line)
  })
  return fields
}

/** A line that fills the width ran on into the next; a shorter one ended with a word. */
const fullLine = 63

/** The lines of a field as one text. */
export const inOne = (lines: readonly string[]): string =>
  lines.reduce((text, line, at) => {
    const full = (lines[at - 1]?.length ?? 0) >= (at === 1 ? fullLine - 4 : fullLine)
    return at === 0 ? line : `${text}${full || text.endsWith(' ') ? '' : ' '}${line}`
  }, '')
