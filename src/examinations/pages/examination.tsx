import { sayMoment } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { DataTable, LinkButton, Pages, Tag } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { sayPathway } from '../../requests/public.ts'
import type { ChangedCase } from '../queries/examinations.ts'
import { sayAnswer, sayChange, sayFinding } from '../rules/say.ts'
import type { Count, Examination } from '../types.ts'

const number = (count: number): string => count.toLocaleString('en-GB')

const Counts = ({ counts }: { counts: readonly Count[] }) => (
  <DataTable
    caption="Cases by what they get, as it is and as it would be"
    columns={[
      { says: 'Care' },
      { says: 'As it is' },
      { says: 'As it would be' },
      { says: 'Cases', numeric: true },
    ]}
    rows={counts.map(({ pathway, before, after, cases }) => ({
      key: `${pathway} ${before} ${after}`,
      ...(before === after ? {} : { marked: 'needs-you' as const }),
      cells: [sayPathway(pathway), sayAnswer(before), sayAnswer(after), number(cases)],
    }))}
    empty="No case has to do with this."
  />
)

export type ExaminationShows = {
  readonly examination: Examination
  readonly rows: readonly ChangedCase[]
  readonly paging: Paging
  readonly hrefOf: (page: number) => string
}

const Changed = ({ rows, paging, hrefOf }: ExaminationShows) => (
  <>
    <DataTable
      caption="Cases that would have another answer"
      columns={[{ says: 'Person' }, { says: 'Care' }, { says: 'As it is' }, { says: 'As it would be' }]}
      rows={rows.map(({ reference, name, pathway, before, after }) => ({
        key: reference,
        cells: [
          <a key="a" href={`/cases/${reference}`}>
            <bdi>{name}</bdi>
          </a>,
          sayPathway(pathway),
          sayAnswer(before),
          sayAnswer(after),
        ],
      }))}
      empty="No case would have another answer."
    />
    <Pages paging={paging} hrefOf={hrefOf} />
  </>
)

const Going = ({ id }: Pick<Examination, 'id'>) => (
  <>
    <p>
      <Tag means="waiting">Being worked out</Tag> You can leave this page and come back.
    </p>
    <LinkButton href={`/examinations/${id}`}>See how far it is</LinkButton>
  </>
)

/** What an examination found: the sentence, the counts, the cases, then how it was worked out. */
export const examinationPage = (shows: ExaminationShows): Page => {
  const { examination } = shows
  const { id, change, because, byName, askedAt, finished, counts } = examination
  return {
    title: 'What would change',
    wide: true,
    back: '/examinations',
    body: (
      <>
        <h1>{sayFinding(examination)}</h1>
        <p>{sayChange(change)}.</p>
        {finished ? null : <Going id={id} />}
        <Counts counts={counts} />
        <Changed {...shows} />
        {finished ? (
          <p>
            <a href={`/examinations/${id}/cases`}>All these cases as a table to keep (CSV)</a>
          </p>
        ) : null}
        <h2>How it was worked out</h2>
        <ul>
          <li>
            Asked by {byName}, {sayMoment(askedAt)}: {because}
          </li>
          <li>
            Each case that was neither withdrawn nor closed, with what is known of it: care, birth, and what
            the decision was told. Whoever has several kinds of care is looked at case by case.
          </li>
          <li>Nothing was changed by it, and what was supposed is no rule.</li>
        </ul>
      </>
    ),
  }
}

/** What was asked before, the newest first. */
export const examinationsPage = ({
  examinations,
  mayAsk,
}: {
  readonly examinations: readonly Examination[]
  readonly mayAsk: boolean
}): Page => ({
  title: 'What would change',
  wide: true,
  body: (
    <>
      <h1>What would change if a rule changed</h1>
      <p>
        Ask what another rule or another local figure would mean for everybody here, before it is decided.
      </p>
      {mayAsk ? <LinkButton href="/examinations/new">Ask what would change</LinkButton> : null}
      <DataTable
        caption="Asked before, the newest first"
        columns={[{ says: 'What was supposed' }, { says: 'What was found' }, { says: 'Asked' }]}
        rows={examinations.map(one => ({
          key: one.id,
          cells: [
            <a key="a" href={`/examinations/${one.id}`}>
              {sayChange(one.change)}
            </a>,
            sayFinding(one),
            `${one.byName}, ${sayMoment(one.askedAt)}`,
          ],
        }))}
        empty="Nobody has asked yet. What is asked, and what was found, will stand here."
      />
    </>
  ),
})
