import { type AssistantsWeek, type Job, sayWeek } from '../../employment/public.ts'
import { type PlainDate, sayDay } from '../../kernel/days.ts'
import { EmptyState, LinkButton, Reading, type Tile, Tiles } from '../../nhs/public.ts'
import type { Page } from '../../platform/route.ts'

export type WorkShown = {
  readonly job: Job
  readonly now: AssistantsWeek
  /** The Monday of this week, and whether the job has ended before it. */
  readonly monday: PlainDate
  readonly over: boolean
}
type Shows = { readonly name: string; readonly works: readonly WorkShown[] }

/** Where the week stands, in one sentence, and whose turn it is. */
export function weekSays({ job, now }: Pick<WorkShown, 'job' | 'now'>): string {
  const week = sayWeek(now.week)
  switch (now.stands) {
    case 'not-sent':
      return `You have not sent your hours of ${week} yet.`
    case 'waits':
      return `Your hours of ${week} are with ${job.employer}, who has to approve them.`
    case 'sent-back':
      return `${job.employer} sent your hours of ${week} back. Look at why, and send them again.`
    case 'approved':
      return `Your hours of ${week} are approved. They are paid with the next payslip.`
    case 'paid':
      return `Your hours of ${week} are approved and paid.`
    default:
      return now.stands satisfies never
  }
}

const paidSays = ({ lastPaid, nextPaid }: AssistantsWeek): string =>
  nextPaid !== null
    ? `You are paid on ${sayDay(nextPaid)}.`
    : lastPaid !== null
      ? `You were last paid on ${sayDay(lastPaid)}. The next payslip is not here yet.`
      : 'There is no payslip here yet. Ask your employer when you are paid.'

/** The one thing that only they can do now: send what is missing, or look at what came back. */
function toDo({ job, now, monday }: WorkShown): { readonly href: string; readonly says: string } {
  if (now.stands === 'sent-back' && now.sheet !== null)
    return { href: `/employment/timesheets/${now.sheet.id}`, says: 'See why it came back' }
  const week = now.stands === 'not-sent' ? now.week : monday
  const says = now.stands === 'not-sent' ? 'Send last week’s hours' : 'Fill in this week'
  return { href: `/employment/jobs/${job.id}/weeks/${week}`, says }
}

const Work = (work: WorkShown) => {
  const { job, now, over } = work
  const next = toDo(work)
  return (
    <section aria-label={job.employer}>
      <h2>
        You work for <bdi>{job.employer}</bdi>
      </h2>
      {over ? (
        <p>This job is over. Your weeks and payslips stay here.</p>
      ) : (
        <>
          <p className="nhsuk-lede-text">{weekSays(work)}</p>
          <p>{paidSays(now)}</p>
          <LinkButton href={next.href}>{next.says}</LinkButton>
        </>
      )}
    </section>
  )
}

const tilesOf = (works: readonly WorkShown[]): readonly Tile[] => [
  { href: '/employment/hours', title: 'Hours', says: 'Every week you sent, and when it is paid.' },
  ...works.map(({ job }) => ({
    href: `/employment/jobs/${job.id}`,
    title: works.length === 1 ? 'Your job' : `Your job with ${job.employer}`,
    says: 'Contract, pay, leave and payslips.',
  })),
  { href: '/access/looks', title: 'Who looked', says: 'Who has looked at what is kept about you.' },
]

/** A personal assistant's home: how the week stands, when they are paid, and nothing of anybody's budget. */
export const assistantPage = ({ name, works }: Shows): Page => ({
  title: 'Home',
  body: (
    <>
      <h1>
        Hello, <bdi>{name.split(' ')[0]}</bdi>
      </h1>
      <Reading>
        {works.length === 0 ? (
          <EmptyState says="You have no job here now." next="Did a new employer give you a word?">
            <LinkButton href="/employment/invitation">Type the word</LinkButton>
          </EmptyState>
        ) : (
          works.map(work => <Work key={work.job.id} {...work} />)
        )}
      </Reading>
      <Tiles tiles={tilesOf(works)} />
      <Reading>
        <p>
          You see your own work here, and nothing of the budget it is paid from. Do you need money of this
          kind yourself, or do you help somebody with theirs?{' '}
          <a href="/rights">See whether there is a right to a budget</a>, or{' '}
          <a href="/people/invitation">type the word that somebody gave you so that you can help</a>.
        </p>
      </Reading>
    </>
  ),
})
