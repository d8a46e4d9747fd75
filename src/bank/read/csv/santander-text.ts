import type { CsvRecord } from '../../../kernel/csv-records.ts'
import { clean } from '../texts.ts'
import type { Layout } from './layouts.ts'

const key = /^\s*(From|Account|Date|Description|Amount|Balance)\s*:(.*)$/i

const layout: Layout = {
  bank: 'Santander',
  columns: { date: 0, payee: 1, amount: 2, balance: 3, about: [], namedCurrency: null },
  width: [4, 4],
}
const places = ['date', 'description', 'amount', 'balance']

/**
 * Whether a text is Santander's: `From:` and `Account:`, then blocks of `Date:`, `Description:`, `Amount:`,
 * `Balance:`.
 */
export function isKeyAndValue(text: string): boolean {
  const head = text
    .slice(0, 4096)
    .split(/\r\n|\r|\n/)
    .map(line => key.exec(line)?.[1]?.toLowerCase())
  return (
    (head.includes('account') && (head.includes('from') || head.includes('date'))) ||
    (head.includes('date') && head.includes('amount') && head.includes('description'))
  )
}

/** The blocks as records of a table, each with the line of the file where it starts. */
export function tableOfKeys(text: string): {
  above: CsvRecord[]
  part: { layout: Layout; records: CsvRecord[] }
} {
  const above: CsvRecord[] = []
  const records: { cells: string[]; line: number; broken: boolean }[] = []
  text.split(/\r\n|\r|\n/).forEach((raw, index) => {
    const found = key.exec(raw)
    const name = (found?.[1] ?? '').toLowerCase()
    const value = clean(found?.[2] ?? '')
    const place = places.indexOf(name)
    const last = records.at(-1)
    if (name === 'from' || name === 'account')
      above.push({ cells: [name, value], line: index + 1, broken: false })
    else if (place >= 0 && (last === undefined || name === 'date' || (last.cells[place] ?? '') !== '')) {
      records.push({ cells: ['', '', '', ''].with(place, value), line: index + 1, broken: false })
    } else if (place >= 0 && last) last.cells[place] = value
    else if (raw.trim() !== '' && last && found === null) last.cells[1] = clean(`${last.cells[1]} ${raw}`)
  })
  return { above, part: { layout, records } }
}
