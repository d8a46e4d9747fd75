import { pauseGrounds } from '../../clocks/public.ts'
import { strandNames, strands } from '../../needs/public.ts'
import {
  Choice,
  Choices,
  DayField,
  MoneyField,
  Select,
  TextArea,
  TextField,
  YesNo,
} from '../../nhs/public.ts'
import { educationTests } from '../../rights/public.ts'
import { answerSays, endingSays, groundSays, testSays } from '../rules/say.ts'
import { answers, councilStrands, endings, type Line } from '../types.ts'

const optionsOf = <Key extends string>(keys: readonly Key[], says: Readonly<Record<Key, string>>) =>
  keys.map(value => ({ value, label: says[value] }))

export const DecisionFields = () => (
  <>
    <Choice
      name="answer"
      label="Will the child be assessed?"
      ways={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
    />
    <DayField name="on" label="Day of the decision" />
    <TextArea name="words" label="Reasons" hint="The family reads this." rows={4} />
  </>
)

export const AdviceFields = () => (
  <>
    <Choice
      name="choice"
      label="Who is asked?"
      ways={[
        {
          value: 'health',
          label: 'The NHS',
          hint: 'Its case workers will see the plan and can answer here.',
        },
        { value: 'other', label: 'Somebody else', hint: 'A school, a psychologist, social care.' },
      ]}
    />
    <TextField name="who" label="Name of who is asked" />
    <DayField name="on" label="Day on which you asked" />
  </>
)

export const CameFields = () => (
  <>
    <DayField name="on" label="Day on which it came" />
    <TextArea name="words" label="What it says, in short" hint="You can leave this out." rows={3} />
  </>
)

export const PauseFields = () => (
  <>
    <Choice
      name="ground"
      label="Why does the time stand still?"
      hint="An absence counts from four weeks on."
      ways={optionsOf(pauseGrounds, groundSays)}
    />
    <DayField name="from" label="First day" />
    <DayField name="until" label="Last day" />
    <YesNo name="accepted" label="Does the council accept it?" />
    <TextField name="who" label="Who decided that?" />
    <TextArea name="words" label="What happened?" rows={3} />
  </>
)

export const dayField = (label: string, hint?: string) => () => (
  <DayField name="on" label={label} {...(hint === undefined ? {} : { hint })} />
)
export const wordsField = (label: string, hint?: string) => () => (
  <TextArea name="words" label={label} {...(hint === undefined ? {} : { hint })} rows={4} />
)
export const dayAndWordsFields = (day: string, words: string) => () => (
  <>
    <DayField name="on" label={day} />
    <TextArea name="words" label={words} rows={4} />
  </>
)

export const EndingFields = () => (
  <>
    <Choice name="choice" label="Why does it end?" ways={optionsOf(endings, endingSays)} />
    <DayField name="on" label="Last day of the plan" />
    <TextArea name="words" label="Reasons" hint="The family reads this." rows={4} />
  </>
)

const Strand = () => (
  <Choice name="choice" label="Which strand?" ways={optionsOf(councilStrands, strandNames)} />
)
export const PaymentFields = () => (
  <>
    <Strand />
    <DayField name="on" label="Day of the first payment" hint="Its reviews are counted from this day." />
  </>
)
export const ReviewedFields = () => (
  <>
    <Strand />
    <DayField name="on" label="Day of the review" />
    <TextArea name="words" label="What was found?" rows={4} />
  </>
)

export const EarlyFields = () => (
  <>
    <DayField name="on" label="Day on which they were told" />
    <TextField name="who" label="Who told them?" />
    <TextArea
      name="words"
      label="What were they told?"
      hint="What adult services may offer, and that a personal budget is possible."
      rows={4}
    />
  </>
)

export const LineFields = () => (
  <>
    <Choice
      name="strand"
      label="Which strand?"
      hint="You write the lines of your own body."
      ways={optionsOf(strands, strandNames)}
    />
    <TextField name="says" label="What it is" />
    <MoneyField name="yearly" label="What it costs a year" />
    <Choice
      name="where"
      label="Can the sum be taken out?"
      ways={[
        { value: 'nowhere', label: 'Yes, it is bought for this child alone' },
        { value: 'contract', label: 'No, it sits in a block contract for many children' },
        { value: 'place', label: 'It is a place at a school or college' },
      ]}
    />
    <YesNo name="paymentAsked" label="Does the family ask for a direct payment of it?" />
    <YesNo
      name="usedThere"
      label="Is it used at a school, early years setting or college?"
      yes={
        <Choice
          name="settingAgrees"
          label="Does that place agree?"
          ways={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'not-asked', label: 'Not asked yet' },
          ]}
        />
      }
    />
  </>
)

export const LineDecisionFields = ({ line }: { line: Line | null }) => (
  <>
    <Choice
      name="answer"
      label={line === null ? 'What is the answer?' : `What is the answer for ${line.says}?`}
      ways={optionsOf(answers, answerSays)}
    />
    {line?.strand === 'education' ? (
      <Choices
        name="met"
        label="What have you found?"
        hint="A direct payment of the education strand needs all four."
        ways={optionsOf(educationTests, testSays)}
      />
    ) : null}
    <TextArea name="because" label="Reasons" hint="They go into the letter to the family." rows={4} />
  </>
)

export const JoinFields = () => (
  <TextField
    name="budget"
    label="Reference of a budget that this child has here"
    hint="Leave it out to open a new one from what was agreed in section J."
  />
)

type Body = { readonly id: string; readonly name: string }
const named = (bodies: readonly Body[]) => bodies.map(({ id, name }) => ({ value: id, label: name }))

export const RequestFields = ({ icbs }: { icbs: readonly Body[] }) => (
  <>
    <TextField name="child" label="Name of the child or young person" />
    <DayField name="born" label="Day of birth" />
    <Select name="health" label="NHS body of the child" none="Choose" options={named(icbs)} />
    <DayField name="receivedOn" label="Day on which the council got the request" />
    <TextField name="askedByName" label="Who asked?" hint="A parent, the young person, a school." />
  </>
)
export const KnownFields = ({ councils }: { councils: readonly Body[] }) => (
  <>
    <Select name="council" label="Which council?" none="Choose" options={named(councils)} />
    <TextField name="askedByName" label="Who asks?" hint="The council writes to this name." />
  </>
)
