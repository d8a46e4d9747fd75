import type { Route } from '../../access/public.ts'
import { sayShortDay } from '../../kernel/days.ts'
import { typedDay } from '../../platform/forms.ts'
import { sayPathway } from '../../requests/public.ts'
import { casesToJoin, joinBudget } from '../actions/budget.ts'
import { sayAgain } from '../actions/put-on.ts'
import { giveLevel, takeBack, takeOff } from '../actions/take-off.ts'
import * as forms from '../forms.ts'
import * as fields from '../pages/fields.tsx'
import { YesFields } from '../pages/yes-fields.tsx'
import { levelsOn } from '../queries/listed.ts'
import { purposes } from '../types.ts'
import { reviewSteps } from './review-steps.ts'
import { staySteps } from './stay-steps.ts'
import { stepRoutes } from './step.ts'
import { nameOf, yesShows } from './yes.ts'

/** The field of the form about a yes at which each problem is said. */
export const fieldOfYes = {
  first: 'saidBy',
  'cannot-decide': 'saidBy',
  'nobody-stands-in': 'saidBy',
  'name-missing': 'decidedBy',
  'decision-missing': 'about',
  'before-the-list': 'givenOn-day',
} as const

const saying: readonly Route[] = [
  ...stepRoutes({
    at: 'consent',
    allow: 'registers.write',
    title: 'Note who may see it now',
    button: 'Save',
    load: (doing, { who }) => yesShows(doing, who, false),
    fields: YesFields,
    form: forms.consentForm,
    begins: ({ entry }, today) => ({
      ...typedDay('givenOn', today),
      bodies: (entry.consents[0]?.bodies ?? []).map(({ id }) => id),
    }),
    act: async (doing, { entry }, value, { who }) => {
      const { saidBy } = value
      if (saidBy === 'nobody') return { done: false, because: ['cannot-decide'] }
      return sayAgain(doing, { ...value, saidBy, entry, name: nameOf(value, who) })
    },
    fieldOf: fieldOfYes,
    done: 'consent',
  }),
  ...stepRoutes({
    at: 'withdrawal',
    allow: 'registers.withdraw',
    title: 'I no longer want this',
    button: 'Take off the list',
    load: (_doing, { staff, who }) => ({ staff, name: who.fullName }),
    fields: fields.NoFields,
    form: forms.noForm,
    begins: ({ own, who }, today) => ({
      ...typedDay('on', today),
      ...(own ? { saidBy: who.fullName } : {}),
    }),
    act: (doing, { entry }, value) => takeBack(doing, { ...value, entry }),
    fieldOf: { first: 'on-day' },
    done: 'withdrawn',
  }),
  ...stepRoutes({
    at: 'ending',
    allow: 'registers.write',
    title: 'Take off the list for another reason',
    button: 'Take off the list',
    load: () => ({}),
    fields: fields.OffFields,
    form: forms.offForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, { entry }, value) => takeOff(doing, { ...value, entry }),
    fieldOf: { first: 'on-day' },
    done: 'off',
  }),
]

const having: readonly Route[] = [
  ...stepRoutes({
    at: 'levels',
    allow: 'registers.write',
    title: 'Give a level',
    button: 'Save the level',
    load: async (doing, { entry }) => ({ levels: await levelsOn(doing, entry.organisation, doing.today) }),
    fields: fields.LevelFields,
    form: forms.levelForm,
    act: (doing, { entry }, value) => giveLevel(doing, { ...value, entry }),
    fieldOf: { first: 'says' },
    done: 'level',
  }),
  ...stepRoutes({
    at: 'budget',
    allow: 'registers.write',
    title: 'Join a budget',
    button: 'Join it',
    load: async (doing, { entry }) => ({
      cases: (await casesToJoin(doing, entry)).map(one => ({
        reference: one.reference,
        says: `${one.reference}: ${sayPathway(one.pathway)}, asked ${sayShortDay(one.receivedOn)}`,
      })),
    }),
    fields: fields.BudgetFields,
    form: forms.budgetForm,
    begins: () => ({ purpose: purposes[0] }),
    act: (doing, { entry }, value) => joinBudget(doing, { ...value, entry }),
    fieldOf: { first: 'reference' },
    done: 'budget',
  }),
]

/** Every form about somebody on the list. */
export const stepsOfEntry: readonly Route[] = [...saying, ...having, ...reviewSteps, ...staySteps]
