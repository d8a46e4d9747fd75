import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { DataTable, LinkButton, Reading } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'
import { againSays, learntFromSays, stageSays, subjectSays } from '../rules/say.ts'
import { dueOf, factsOf, stageOf } from '../rules/stage.ts'
import { NoHarm } from './fields.tsx'
import type { May, Seen } from './shows.ts'

export type CaseShows = Seen & {
  readonly today: PlainDate
  readonly may: May
  readonly done: string | undefined
}

const Complaints = ({ complaints, found, today }: CaseShows) => (
  <DataTable
    caption="Complaints"
    columns={[{ says: 'Complaint' }, { says: 'We got it' }, { says: 'How it stands' }, { says: 'Due' }]}
    rows={complaints.map(one => {
      const facts = factsOf(one)
      const due = dueOf(facts)
      const late = due !== null && due < today
      return {
        key: one.id,
        ...(late ? { marked: 'overdue' as const } : {}),
        cells: [
          <a key="which" href={`/complaints/${found.reference}/${one.number}`}>
            Complaint {one.number}
          </a>,
          sayShortDay(one.receivedOn),
          stageSays[stageOf(facts)],
          due === null ? '' : `${sayShortDay(due)}${late ? ', overdue' : ''}`,
        ],
      }
    })}
    empty="Nobody has complained about this case."
  />
)

const Agains = ({ agains, found, may }: CaseShows) =>
  agains.length === 0 ? null : (
    <DataTable
      caption="Asked to look at again"
      columns={[{ says: 'What' }, { says: 'Asked' }, { says: 'Answer' }]}
      rows={agains.map(one => ({
        key: one.id,
        cells: [
          subjectSays[one.subject],
          sayShortDay(one.askedOn),
          one.answer === null ? (
            may.answer ? (
              <a key="answer" href={`/complaints/${found.reference}/look-again/${one.number}/answer`}>
                Look at it again
              </a>
            ) : one.answerBy === null ? (
              'Not yet. No day is known'
            ) : (
              `Not yet, by ${sayShortDay(one.answerBy)}`
            )
          ) : (
            `${sayShortDay(one.answer.on)}: ${againSays[one.answer.outcome]}`
          ),
        ],
      }))}
      empty="Nothing."
    />
  )

const Lessons = ({ lessons, found, staff, may, whole }: CaseShows) =>
  !staff || !whole ? null : (
    <>
      <h2>What was learnt</h2>
      {lessons.length === 0 ? <p>Nothing is written down yet.</p> : null}
      <ul>
        {lessons.map(one => (
          <li key={one.id}>
            <a href={`/complaints/${found.reference}/lessons/${one.number}`}>
              Lesson {one.number}: {learntFromSays[one.learntFrom].toLowerCase()}
            </a>
            , {one.published === null ? 'not published' : `published ${sayShortDay(one.published.on)}`}
          </li>
        ))}
      </ul>
      {may.handle ? (
        <p>
          <a href={`/complaints/${found.reference}/lessons`}>Write down what was learnt</a>
        </p>
      ) : null}
    </>
  )

const pathways = ['adult-continuing-healthcare', 'fast-track']

const Ways = ({ found, may, staff, chc }: CaseShows) => (
  <>
    <p>
      <a href={`/complaints/${found.reference}/look-again`}>Ask us to look again</a>
      {staff
        ? ': what of this case may be looked at again'
        : ': what we decided, and you may have looked at again'}
    </p>
    {pathways.includes(found.pathway) || chc.length > 0 ? (
      <p>
        <a href={`/complaints/${found.reference}/chc`}>
          Continuing healthcare: the local review and the panel
        </a>
      </p>
    ) : null}
    <p>
      <a href="/complaints/learnt">What we learnt from complaints</a>
    </p>
    {may.make ? (
      <LinkButton href={`/complaints/${found.reference}/new`}>
        {staff ? 'Write a complaint down' : 'Complain'}
      </LinkButton>
    ) : null}
  </>
)

/** Everything that somebody can do about one case when something is wrong. */
export const casePage = (shows: CaseShows): Page => ({
  title: 'If something is wrong',
  back: shows.staff ? '/complaints' : '/home',
  ...shows.strip,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>If something is wrong</h1>
      <NoHarm />
      <Ways {...shows} />
      <Complaints {...shows} />
      <Agains {...shows} />
      <Lessons {...shows} />
    </Reading>
  ),
})
