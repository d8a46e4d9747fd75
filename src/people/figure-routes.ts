import { may, type Permission, type Route } from '../access/public.ts'
import { addYears } from '../kernel/days.ts'
import { type FigureSet, figureWrong, type SetFigureProblem, setFigureSays } from '../kernel/figures.ts'
import type { Doing } from '../platform/doing.ts'
import { choice, day, form, one, text } from '../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { setFigure } from './actions/set-figure.ts'
import { figureHistory } from './figures.ts'
import { figuresPage } from './pages/figures.tsx'
import { organisation } from './queries.ts'

/** A module's page of figures: where it is, what it goes back to, and who sees and sets them. */
export type FiguresAt = {
  readonly at: `/${string}`
  readonly back: string
  readonly title: string
  readonly facts: FigureSet
  readonly see: Permission
  readonly set: Permission
}

const board = (doing: Doing) => doing.actor.roles[0]?.organisation ?? null

const formOf = (doing: Doing, facts: FigureSet) =>
  form({
    name: choice(Object.keys(facts), 'Choose which figure it is'),
    value: text({ missing: 'Enter the figure', most: 20, called: 'The figure' }),
    from: day({
      missing: 'Enter the first day on which it holds',
      called: 'The first day',
      from: doing.today,
      tooEarly: 'The first day cannot be in the past: those days are checked by the figure that held then',
      until: addYears(doing.today, 2),
    }),
    because: text({ missing: 'Say who decided it, where and why', most: 500, called: 'The reason' }),
  })

type Wrong = { readonly typed: Typed; readonly errors: readonly FieldError[] }

async function show(doing: Doing, of: FiguresAt, wrong: Wrong & { done?: string }): Promise<Answer> {
  const id = board(doing)
  const body = id === null ? null : await organisation(doing, id)
  if (id === null || body === null) return notFound
  return figuresPage({
    ...of,
    board: body.name,
    set: await figureHistory(doing, { organisation: id, facts: of.facts }),
    today: doing.today,
    maySet: may(doing, of.set),
    ...wrong,
    done: wrong.done,
  })
}

const fieldOf: Readonly<Record<SetFigureProblem, string>> = {
  'not-yours-to-set': 'name',
  'not-a-figure': 'value',
  'reason-missing': 'because',
  'in-the-past': 'from-day',
  'begun-today': 'from-day',
}

async function set(doing: Doing, of: FiguresAt, { form: typed }: Asked): Promise<Answer> {
  const id = board(doing)
  if (id === null) return notFound
  const again = (errors: readonly FieldError[]) => show(doing, of, { typed, errors })
  const read = formOf(doing, of.facts).read(typed)
  if (!read.ok) return again(read.errors)
  const made = await setFigure(doing, { organisation: id, facts: of.facts, allow: of.set, ...read.value })
  if (made.done) return `${of.at}?done=set`
  const facts = of.facts[read.value.name]
  return again(
    made.because.map(reason => ({
      field: fieldOf[reason],
      says: reason === 'not-a-figure' && facts ? figureWrong(facts) : setFigureSays[reason],
    })),
  )
}

/** The page of a module's figures, and the form that sets one. */
export const figureRoutes = (of: FiguresAt): readonly Route[] => [
  {
    at: `GET ${of.at}`,
    allow: of.see,
    handle: (doing, { query }) =>
      show(doing, of, {
        typed: {},
        errors: [],
        ...(one(query, 'done') === 'set' ? { done: 'The figure is set.' } : {}),
      }),
  },
  { at: `POST ${of.at}`, allow: of.set, handle: (doing, asked) => set(doing, of, asked) },
]
