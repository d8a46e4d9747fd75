import { sayShortDay } from '../../kernel/days.ts'
import { Choice, DayField, InsetText, TextArea, TextField, YesNo } from '../../nhs/public.ts'
import { admissionSays, bedSays, beforeSays, endSays, purposeSays } from '../rules/say.ts'
import { admissionKinds, bedAnswers, beforeKinds, endings, purposes } from '../types.ts'

const optionsOf = <Key extends string>(keys: readonly Key[], says: Readonly<Record<Key, string>>) =>
  keys.map(value => ({ value, label: says[value] }))

type NoShows = { readonly staff: boolean; readonly name: string }
export const NoFields = ({ staff, name }: NoShows) => (
  <>
    <p>
      {staff
        ? `${name} is then no longer on the list. Other organisations stop seeing it at once.`
        : 'You are then off the list. Other organisations stop seeing it at once. Your care goes on.'}
    </p>
    <TextField name="saidBy" label={staff ? 'Who said no?' : 'Your name'} />
    <DayField name="on" label={staff ? 'Which day did they say it?' : 'From which day?'} />
  </>
)

export const OffFields = () => (
  <>
    <Choice name="why" label="Why?" ways={optionsOf(endings, endSays)} />
    <DayField name="on" label="From which day?" />
    <TextArea name="because" label="In a sentence" rows={2} />
  </>
)

export const LevelFields = ({ levels }: { levels: readonly string[] }) => (
  <>
    {levels.length === 0 ? (
      <InsetText>
        <p>
          Your organisation has set no levels yet. <a href="/registers/levels">Set them first</a>.
        </p>
      </InsetText>
    ) : (
      <Choice
        name="says"
        label="Which level?"
        hint="The words are those of your organisation."
        ways={levels.map(value => ({ value, label: value }))}
      />
    )}
    <TextArea name="because" label="Why?" hint="The person reads this." rows={2} />
  </>
)

export const ReviewFields = () => (
  <>
    <DayField name="on" label="Which day was it asked for?" />
    <TextArea name="why" label="Why is it needed?" rows={2} />
    <YesNo
      name="hasEhcPlan"
      label="Do they have an education, health and care plan?"
      hint="Under 18, or with such a plan, education is part of the review."
    />
  </>
)

export const HeldFields = () => (
  <>
    <DayField name="on" label="Which day was it held?" />
    <TextArea name="tookPart" label="Who took part?" hint="The person first." rows={3} />
    <TextField
      name="expert"
      label="Who knew it from their own life?"
      hint="An expert by experience. Leave it out if nobody was there."
    />
    <TextField name="noExpert" label="If nobody: why not?" />
    <TextArea name="safe" label="Are they safe?" hint="In the words of those who were there." rows={3} />
    <TextArea name="care" label="Is their care good?" rows={3} />
    <TextArea name="future" label="Is there a plan for the future?" rows={3} />
    <TextArea name="hospital" label="Do they need to be in hospital?" rows={3} />
  </>
)

export const ActionFields = () => (
  <>
    <TextArea name="says" label="What is to be done?" rows={2} />
    <TextField name="owner" label="Who does it?" />
    <DayField name="by" label="By which day?" />
  </>
)

export const DoneFields = () => (
  <>
    <DayField name="on" label="Which day was it done?" />
    <TextArea name="says" label="What was done?" hint="You can leave it out." rows={2} />
  </>
)

export const CrisisFields = () => (
  <>
    <DayField name="on" label="Which day was it?" />
    <TextArea name="happened" label="What happened?" rows={3} />
    <TextArea name="instead" label="What was done instead of hospital?" rows={3} />
    <Choice name="bed" label="Was a bed asked for?" ways={optionsOf(bedAnswers, bedSays)} />
    <TextField
      name="bedSaidBy"
      label="Who asked, and who answered?"
      hint="Only if a bed was asked for. Names and roles."
    />
  </>
)

export const AdmissionFields = () => (
  <>
    <TextField name="hospital" label="Which ward, in which hospital?" />
    <Choice name="kind" label="How did they go in?" ways={optionsOf(admissionKinds, admissionSays)} />
    <DayField name="from" label="Which day did they go in?" hint="This day counts as a day in hospital." />
    <DayField
      name="until"
      label="Which day did they leave?"
      hint="Leave it out if they are there now. This day counts too."
    />
    <TextField name="toWhere" label="Where did they go then?" hint="You can leave it out." />
  </>
)

export const LeftFields = () => (
  <>
    <DayField name="on" label="Which day did they leave?" hint="This day counts as a day in hospital." />
    <TextField name="toWhere" label="Where did they go?" />
  </>
)

export const PlannedFields = ({ planned }: { planned: Parameters<typeof sayShortDay>[0] | null }) => (
  <>
    {planned === null ? null : (
      <p>The day that is set now: {sayShortDay(planned)}. What is not there yet moves with it.</p>
    )}
    <DayField name="on" label="Which day are they to leave?" />
    <TextArea name="because" label="Why that day?" rows={2} />
  </>
)

export const BeforeFields = () => (
  <>
    <Choice name="kind" label="What is it?" ways={optionsOf(beforeKinds, beforeSays)} />
    <TextArea name="says" label="What must be there?" rows={2} />
    <TextField name="owner" label="Who sees to it?" />
    <TextField
      name="daysBefore"
      label="How many days before they leave?"
      hint="0 for the same day. If the day of leaving moves, this moves with it."
      width={3}
      numeric
    />
  </>
)

export const ThereFields = () => <DayField name="on" label="Since which day is it there?" />

type BudgetShows = { readonly cases: readonly { readonly reference: string; readonly says: string }[] }
export const BudgetFields = ({ cases }: BudgetShows) => (
  <>
    {cases.length === 0 ? (
      <InsetText>
        <p>
          There is no case yet about a learning disability, autism or Transforming Care. The person has to ask
          for a budget first.
        </p>
      </InsetText>
    ) : (
      <Choice
        name="reference"
        label="Which case?"
        ways={cases.map(({ reference, says }) => ({ value: reference, label: says }))}
      />
    )}
    <Choice name="purpose" label="What is the budget for?" ways={optionsOf(purposes, purposeSays)} />
  </>
)
