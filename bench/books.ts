import { checkLedger, isSound } from '../src/ledger/check.ts'
import { balancesOf, entriesOf } from '../src/ledger/public.ts'
import { accountNames } from '../src/ledger/queries/entries.ts'
import { type Database, openDatabase } from '../src/platform/database.ts'
import { asService } from '../src/platform/transaction.ts'
import { differencesOf, programs } from '../test/books.ts'
import { manyEntries, postInBatches } from './entries.ts'
import { sayFigure } from './figures.ts'
import { type Measured, timed } from './measured.ts'
import { aPlace } from './place.ts'

const generated = 100_000

type Compared = { readonly rows: readonly (readonly string[])[]; readonly problems: readonly string[] }

/** What each program says of a whole ledger, beside what its own check proves. */
async function compared(database: Database, called: string): Promise<Compared> {
  const { book, ours, sound } = await asService(database, async doing => ({
    book: { accounts: await accountNames(doing), entries: await entriesOf(doing) },
    ours: await balancesOf(doing, 'PHB-', 'bank:', 'fund:'),
    sound: isSound(await checkLedger(doing)),
  }))
  const problems = sound ? [] : [`${called}: the ledger is not sound`]
  const rows: string[][] = []
  for (const { name, version, balances } of programs) {
    const size = [called, book.entries.length.toLocaleString('en-GB'), ours.size.toLocaleString('en-GB')]
    if (version() === null) {
      rows.push([name, ...size, 'not installed: add --install', '-'])
      continue
    }
    const { took, value } = await timed(async () => differencesOf(balances(book), ours))
    problems.push(...value.slice(0, 5).map(one => `${name}, ${called}: ${one}`))
    rows.push([
      name,
      ...size,
      value.length === 0 ? 'all the same' : `${value.length} differ`,
      sayFigure(took, 's'),
    ])
  }
  return { rows, problems }
}

/** Do hledger, ledger and beancount say the same of Millbrook and of many generated entries? */
export async function measureBooks(serverUrl: string): Promise<Measured> {
  const millbrook = openDatabase(serverUrl, 2)
  const first = await compared(millbrook, 'Millbrook').finally(() => millbrook.close())
  const place = await aPlace(serverUrl)
  try {
    await postInBatches(place, manyEntries(place, generated))
    const second = await compared(place.database, 'generated')
    return {
      figures: [],
      tables: [
        {
          title: 'What other programs make of our export',
          head: ['program', 'ledger', 'entries', 'accounts', 'balances', 'took'],
          rows: [...first.rows, ...second.rows],
        },
      ],
      problems: [...first.problems, ...second.problems],
    }
  } finally {
    await place.drop()
  }
}
