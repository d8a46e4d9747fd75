import type { BoardFigures, Figures } from '../../cases/public.ts'
import { sayShortDay } from '../../kernel/days.ts'
import { DataTable, Details, InsetText, Reading, type Tile, Tiles } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'

const tiles: readonly Tile[] = [
  {
    href: '/rights/rules',
    title: 'Rules',
    says: 'Every rule the service goes by, with its source and how sure we are of it.',
  },
  {
    href: '/people/organisations',
    title: 'Organisations',
    says: 'Boards and groups since 2013, councils, and who followed whom.',
  },
  {
    href: '/rights',
    title: 'Do I have the right?',
    says: 'What the public is told, in four questions.',
  },
]

const sentence = ({ whole, boards, day }: Figures): string =>
  whole === null || whole.running === '*'
    ? `${boards.length} boards hold cases here on ${sayShortDay(day)}.`
    : `About ${whole.running} budgets run here on ${sayShortDay(day)}.`

const linkTo = ({ id, name }: BoardFigures) => <a href={`/home/boards/${id}`}>{name}</a>

const rowsOf = ({ boards, whole }: Figures) => [
  ...boards.map(one => ({
    key: one.name,
    cells: [linkTo(one), one.running, one.asked],
  })),
  ...(whole === null ? [] : [{ key: 'whole', cells: ['All boards', whole.running, whole.asked] }]),
]

const columnsOf = ({ day, quarter }: Figures) => [
  { says: 'Board' },
  { says: `Running on ${sayShortDay(day)}`, numeric: true },
  { says: `Asked for, ${sayShortDay(quarter.from)} to ${sayShortDay(quarter.until)}`, numeric: true },
]

const HowCounted = () => (
  <>
    <p>A star stands for 1 to 7: small numbers are kept back, so that nobody can be known by them.</p>
    <Details says="How this is counted">
      <p>
        A budget runs when both sides have signed and its last day has not passed. A request counts in the
        quarter in which it arrived, whatever became of it.
      </p>
      <p>
        1 to 7 is shown as *. Nought stays nought. Everything else is to the nearest 5. “All boards” is worked
        out from the true counts, so it need not be the sum of the rows.
      </p>
      <p>
        We go by this from general knowledge of how national figures are kept. No source that we have read
        says it of personal health budgets.
      </p>
    </Details>
  </>
)

/** One board: the same figures as in the row that led here, and nothing nearer to a person. */
export const boardPage = (figures: Figures, board: BoardFigures): Page => ({
  title: board.name,
  back: '/home',
  body: (
    <>
      <h1>{board.name}</h1>
      <DataTable
        caption="Budgets"
        columns={columnsOf(figures)}
        rows={[{ key: board.name, cells: [board.name, board.running, board.asked] }]}
        empty="No figures."
      />
      <Reading>
        <HowCounted />
      </Reading>
    </>
  ),
})

/** The national team's home: what can be said of all boards without saying anything of anybody. */
export const National = ({ figures }: { figures: Figures }) => (
  <>
    <h1>National team</h1>
    <Reading>
      <p className="nhsuk-lede-text">{sentence(figures)}</p>
    </Reading>
    <DataTable
      caption="Budgets by board"
      columns={columnsOf(figures)}
      rows={rowsOf(figures)}
      empty="No board holds a case here yet."
    />
    <Reading>
      <HowCounted />
      <InsetText>
        <p>
          This is not the national return. The return is not part of this service yet. You see nobody’s record
          here, and no name.
        </p>
      </InsetText>
    </Reading>
    <Tiles tiles={tiles} />
  </>
)
