import type { Route } from '../../access/public.ts'
import { typedDay } from '../../platform/forms.ts'
import { admit, leave, needBefore, noteCrisis, noteThere, planLeaving } from '../actions/hospital.ts'
import * as forms from '../forms.ts'
import * as fields from '../pages/fields.tsx'
import { openAdmission } from '../rules/why-not.ts'
import { stepRoutes } from './step.ts'

const load = () => ({})

const staying: readonly Route[] = [
  ...stepRoutes({
    at: 'crises',
    allow: 'registers.write',
    title: 'Note a crisis',
    button: 'Save',
    load,
    fields: fields.CrisisFields,
    form: forms.crisisForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, { entry }, value) => noteCrisis(doing, { ...value, entry }),
    fieldOf: { first: 'on-day', 'bed-said-by-missing': 'bedSaidBy' },
    done: 'crisis',
  }),
  ...stepRoutes({
    at: 'admissions',
    allow: 'registers.write',
    title: 'Note a stay in hospital',
    button: 'Save',
    load,
    fields: fields.AdmissionFields,
    form: forms.admissionForm,
    act: (doing, { entry }, value) => admit(doing, { ...value, entry }),
    fieldOf: { first: 'hospital', 'in-hospital-already': 'from-day', 'left-before-they-came': 'until-day' },
    done: 'admitted',
  }),
  ...stepRoutes({
    at: 'discharge',
    allow: 'registers.write',
    title: 'Note that they left hospital',
    button: 'Save',
    load,
    fields: fields.LeftFields,
    form: forms.leftForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, { entry }, value) => leave(doing, { ...value, entry }),
    fieldOf: { first: 'on-day' },
    done: 'left',
  }),
]

const leaving: readonly Route[] = [
  ...stepRoutes({
    at: 'leaving',
    allow: 'registers.write',
    title: 'Set the day of leaving',
    button: 'Save the day',
    load: (_doing, { entry }) => ({ planned: openAdmission(entry)?.planned[0]?.on ?? null }),
    fields: fields.PlannedFields,
    form: forms.plannedForm,
    act: (doing, { entry }, value) => planLeaving(doing, { ...value, entry }),
    fieldOf: { first: 'on-day' },
    done: 'leaving',
  }),
  ...stepRoutes({
    at: 'before',
    allow: 'registers.write',
    title: 'Note what must be there first',
    button: 'Save',
    load,
    fields: fields.BeforeFields,
    form: forms.beforeForm,
    act: (doing, { entry }, value) => needBefore(doing, { ...value, entry }),
    fieldOf: { first: 'kind' },
    done: 'before',
  }),
  ...stepRoutes({
    at: 'before/:number/there',
    allow: 'registers.write',
    title: 'Note that it is there',
    button: 'Save',
    load,
    fields: fields.ThereFields,
    form: forms.thereForm,
    begins: (_seen, today) => typedDay('on', today),
    act: (doing, which, value) => noteThere(doing, { ...value, ...which }),
    fieldOf: { first: 'on-day' },
    done: 'there',
  }),
]

export const staySteps: readonly Route[] = [...staying, ...leaving]
