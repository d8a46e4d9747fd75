import { may, type Route } from '../access/public.ts'
import { figuresByBoard } from '../cases/public.ts'
import { readId } from '../kernel/ids.ts'
import type { PersonId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { many, one } from '../platform/forms.ts'
import { pageAsked, pagesAt } from '../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { orderSuccession } from './actions/order.ts'
import { placePeople, placeStaff } from './actions/place.ts'
import { figuresForm, orderForm, placingForm } from './forms.ts'
import { figuresPage } from './pages/figures.tsx'
import { hrefOf, listPage } from './pages/list.tsx'
import { peoplePage, staffPage } from './pages/placing.tsx'
import { stepPage } from './pages/step.tsx'
import { previewOf } from './queries/preview.ts'
import { seenOf } from './queries/seen.ts'
import { stepOf, steps } from './queries/steps.ts'
import { staffOf, unplaced } from './queries/unplaced.ts'
import { isDivided } from './rules/whither.ts'
import { sentencesOf } from './rules/why-not.ts'
import type { Step } from './types.ts'

type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }
const nothingWrong: Wrong = { typed: {}, errors: [] }
const wrongAt = (field: string, says: string): readonly FieldError[] => [{ field, says }]

async function inStep(
  doing: Doing,
  { at }: Asked,
  then: (step: Step) => Answer | Promise<Answer>,
): Promise<Answer> {
  const step = await stepOf(doing, at['body'] ?? '', at['day'] ?? '')
  return step === null ? notFound : then(step)
}

const inDivision = (
  doing: Doing,
  asked: Asked,
  then: (step: Step) => Answer | Promise<Answer>,
): Promise<Answer> => inStep(doing, asked, step => (isDivided(step.nexts) ? then(step) : notFound))

async function list(doing: Doing): Promise<Answer> {
  const national = doing.actor.roles.some(({ role }) => role === 'national-team')
  return listPage({ steps: await steps(doing), today: doing.today, national })
}

const show = async (doing: Doing, step: Step, wrong: Wrong = nothingWrong): Promise<Answer> =>
  stepPage({
    preview: await previewOf(doing, step),
    today: doing.today,
    may: {
      carryOut: may(doing, 'succession.carry-out'),
      place: may(doing, 'succession.place'),
      placeStaff: may(doing, 'succession.place-staff'),
    },
    ...wrong,
  })

async function order(doing: Doing, step: Step, typed: Typed): Promise<Answer> {
  const read = orderForm.read(typed)
  if (!read.ok) return show(doing, step, { typed, errors: read.errors })
  const ordered = await orderSuccession(doing, { step, ...read.value })
  if (ordered.done) return hrefOf(step)
  const says = sentencesOf(await seenOf(doing, step))
  const errors = ordered.because.flatMap(reason => wrongAt('because', says[reason]))
  return show(doing, step, { typed, errors })
}

async function people(
  doing: Doing,
  step: Step,
  { query, ...wrong }: Wrong & { query: Typed },
): Promise<Answer> {
  const { rows, paging, said } = await unplaced(doing, step, pageAsked(query))
  return peoplePage({
    step,
    people: rows,
    said,
    paging,
    hrefOfPage: pagesAt(`${hrefOf(step)}/people`, query),
    ...wrong,
  })
}

const codesOf = ({ nexts }: Step): readonly string[] => nexts.map(({ code }) => code)

async function place(doing: Doing, step: Step, typed: Typed): Promise<Answer> {
  const again = (errors: readonly FieldError[]) => people(doing, step, { query: {}, typed, errors })
  const read = placingForm(codesOf(step)).read(typed)
  if (!read.ok) return again(read.errors)
  const to = step.nexts.find(({ code }) => code === read.value.to)
  const chosen = many(typed, 'people').flatMap(id => readId<'person'>(id) ?? []) as PersonId[]
  const placed = to && (await placePeople(doing, { step, people: chosen, to, because: read.value.because }))
  if (placed?.done) return `${hrefOf(step)}/people`
  const nobody = placed?.because.includes('nobody-chosen')
  return again(wrongAt('people', nobody ? 'Choose who it is about' : 'Somebody is not of this body any more'))
}

const staff = async (doing: Doing, step: Step, wrong: Wrong = nothingWrong): Promise<Answer> =>
  staffPage({ step, staff: await staffOf(doing, step), ...wrong })

async function placeOne(doing: Doing, step: Step, typed: Typed): Promise<Answer> {
  const read = placingForm(codesOf(step)).read(typed)
  if (!read.ok) return staff(doing, step, { typed, errors: read.errors })
  const to = step.nexts.find(({ code }) => code === read.value.to)
  const actor = readId<'actor'>(one(typed, 'actor'))
  const placed = to && actor && (await placeStaff(doing, { step, actor, to, because: read.value.because }))
  if (placed?.done) return `${hrefOf(step)}/staff`
  return staff(doing, step, { typed, errors: wrongAt('actor', 'Choose somebody who works there') })
}

async function figures(doing: Doing, typed: Typed): Promise<Answer> {
  const asked = ['day-day', 'day-month', 'day-year'].some(box => one(typed, box) !== '')
  const read = figuresForm.read(typed)
  const errors = asked && !read.ok ? read.errors : []
  const cut = read.ok ? { day: read.value.day } : {}
  const bodiesOn = one(typed, 'bodies') === 'now' ? { bodiesOn: doing.today } : {}
  return figuresPage({
    figures: await figuresByBoard(doing, { ...cut, ...bodiesOn }),
    typed: { bodies: 'then', ...typed },
    errors,
  })
}

const at = '/succession/:body/:day'

export const routes: readonly Route[] = [
  { at: 'GET /succession', allow: 'succession.read', handle: list },
  {
    at: 'GET /succession/figures',
    allow: 'succession.read',
    handle: (doing, { query }) => figures(doing, query),
  },
  {
    at: `GET ${at}`,
    allow: 'succession.read',
    handle: (doing, asked) => inStep(doing, asked, step => show(doing, step)),
  },
  {
    at: `POST ${at}/orders`,
    allow: 'succession.carry-out',
    handle: (doing, asked) => inStep(doing, asked, step => order(doing, step, asked.form)),
  },
  {
    at: `GET ${at}/people`,
    allow: 'succession.place',
    handle: (doing, asked) =>
      inDivision(doing, asked, step => people(doing, step, { query: asked.query, ...nothingWrong })),
  },
  {
    at: `POST ${at}/people`,
    allow: 'succession.place',
    handle: (doing, asked) => inDivision(doing, asked, step => place(doing, step, asked.form)),
  },
  {
    at: `GET ${at}/staff`,
    allow: 'succession.place-staff',
    handle: (doing, asked) => inDivision(doing, asked, step => staff(doing, step)),
  },
  {
    at: `POST ${at}/staff`,
    allow: 'succession.place-staff',
    handle: (doing, asked) => inDivision(doing, asked, step => placeOne(doing, step, asked.form)),
  },
]
