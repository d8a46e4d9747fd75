import type { Figure, Table } from './measured.ts'

/** The value that 95 in a hundred do not go above: of 20 the 19th. Throws where nothing was measured. */
export function p95(values: readonly number[]): number {
  const worst = [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]
  if (worst === undefined) throw new RangeError('nothing was measured')
  return worst
}

/** The middle value; of two in the middle, the larger. */
export const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** How much of its limit a figure takes: 0.5 is half, above 1 is too much. Null where it has no limit. */
export const ratioOf = ({ measured, limit }: Pick<Figure, 'measured' | 'limit'>): number | null =>
  limit === null ? null : measured / limit

export const isOver = (figure: Pick<Figure, 'measured' | 'limit'>): boolean => (ratioOf(figure) ?? 0) > 1

/** `0.53 s`, `12.3 ms`, `161 MB`: three digits that matter. */
export function sayFigure(value: number, unit: Figure['unit']): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return `${value.toFixed(digits)}${unit ? ` ${unit}` : ''}`
}

/** Rows of texts under their heads: the first column to the left, the others to the right. */
export function drawn({ head, rows }: Omit<Table, 'title'>): string {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map(row => row[at]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    widths
      .map((width, at) => (at === 0 ? (row[at] ?? '').padEnd(width) : (row[at] ?? '').padStart(width)))
      .join('  ')
      .trimEnd()
  return [line(head), widths.map(width => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n')
}

/** The table of figures, each with its limit and the ratio of the two. */
export const drawnFigures = (figures: readonly Figure[]): string =>
  drawn({
    head: ['figure', 'measured', 'limit', 'ratio', ''],
    rows: figures.map(figure => {
      const { name, measured, limit, unit, note = '' } = figure
      const ratio = ratioOf(figure)
      return [
        note ? `${name} (${note})` : name,
        sayFigure(measured, unit),
        limit === null ? '-' : `< ${limit} ${unit}`.trim(),
        ratio === null ? '-' : ratio.toFixed(2),
        isOver(figure) ? 'ABOVE ITS LIMIT' : '',
      ]
    }),
  })
