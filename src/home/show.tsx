import type { ReactNode } from 'react'
import { chainState, look, type Role, rolesOf } from '../access/public.ts'
import { figuresByBoard } from '../cases/public.ts'
import { assistantsWeek, jobsOfMine } from '../employment/public.ts'
import { addDays, weekday } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, type Asked, notFound, type Page } from '../platform/route.ts'
import { Approving } from './pages/approving.tsx'
import { assistantPage } from './pages/assistant.tsx'
import { CaseWork } from './pages/case-work.tsx'
import { eachPage, hrefOf, type PartOfHome } from './pages/each.tsx'
import { familyPage } from './pages/family.tsx'
import { Finance } from './pages/finance.tsx'
import { boardPage, National } from './pages/national.tsx'
import { Administering, Auditing, Outside, Referring } from './pages/others.tsx'
import { type FamilyHome, familyHome } from './queries/family.ts'
import { approversQueue, financesWeek, seenFromOutside, workersDay } from './queries/staff.ts'
import { todayOf } from './rules/today.ts'

type Draw = (doing: Doing) => Promise<ReactNode>

const caseWork: Draw = async doing => {
  const [me, today] = [doing.actor.id, doing.today]
  const { own, ...day } = await workersDay(doing)
  return <CaseWork day={todayOf(own.rows, me, today)} {...day} me={me} today={today} />
}

const approving: Draw = async doing => (
  <Approving queue={await approversQueue(doing)} me={doing.actor.id} today={doing.today} />
)

const outside =
  (who: 'provider' | 'council-officer'): Draw =>
  async doing => <Outside who={who} seen={await seenFromOutside(doing)} me={doing.actor.id} />

const draws = {
  visitor: null,
  person: null,
  'case-worker': caseWork,
  'team-leader': approving,
  'head-of-service': approving,
  panel: approving,
  'finance-officer': async doing => (
    <Finance week={await financesWeek(doing)} me={doing.actor.id} today={doing.today} />
  ),
  auditor: async doing => <Auditing chain={await chainState(doing)} />,
  administrator: async () => <Administering />,
  referrer: async doing => <Referring seen={await seenFromOutside(doing)} me={doing.actor.id} />,
  'council-officer': outside('council-officer'),
  provider: outside('provider'),
  'national-team': async doing => <National figures={await figuresByBoard(doing)} />,
} as const satisfies Record<Role, Draw | null>

/**
 * The home page of whoever asks: the work of their first role, or where things stand for a person and their
 * family.
 */
export async function home(doing: Doing): Promise<Page> {
  const draw = rolesOf(doing.actor)
    .map(role => draws[role])
    .find(one => one !== null)
  if (draw) return { title: 'Home', wide: true, body: await draw(doing) }
  if (doing.actor.assistant === true && doing.actor.follows !== true) return assistantsHome(doing)
  const found = await familyHome(doing)
  await lookedAt(doing, found)
  return familyPage({ home: found, name: doing.actor.name, today: doing.today })
}

/** The jobs of somebody who is here as an assistant and nothing else. */
async function assistantsHome(doing: Doing): Promise<Page> {
  const { today } = doing
  const monday = addDays(today, 1 - weekday(today))
  const works = (await jobsOfMine(doing)).map(job => ({
    job,
    monday,
    now: assistantsWeek(job, today, monday),
    over: job.ending !== null && job.ending.on < monday,
  }))
  return assistantPage({ name: doing.actor.name, works })
}

/** Whoever follows somebody else's budget has looked at it: that is written down too. */
async function lookedAt(doing: Doing, { people }: FamilyHome): Promise<void> {
  for (const { own, standing, person } of people)
    if (!own && standing !== null)
      await look(doing, {
        page: 'home',
        organisation: standing.one.organisation,
        person,
        to: standing.one.request,
      })
}

/** One part of the budgets that the reader follows: the only one at once, else each by name. */
export async function partOfHome(doing: Doing, part: PartOfHome): Promise<Answer> {
  const { people } = await familyHome(doing)
  const [only, second] = people.flatMap(of => hrefOf(part, of) ?? [])
  return only !== undefined && second === undefined ? only : eachPage(part, people)
}

/** One board's figures, for the national team; not found where none can be seen. */
export async function boardOfHome(doing: Doing, { at }: Asked): Promise<Answer> {
  const figures = await figuresByBoard(doing)
  const board = figures.boards.find(({ id }) => id === at['board'])
  return board === undefined ? notFound : boardPage(figures, board)
}
