import { sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  DayField,
  FileField,
  InsetText,
  Select,
  TextArea,
  TextField,
  YesNo,
} from '../../nhs/public.ts'
import { decidings, powers, relations } from '../../rights/public.ts'
import { somebodyNew } from '../forms.ts'
import { decidingSays, foundSays, paidForSays, powerSays, relationSays } from '../rules/say.ts'
import type { Acting, Found } from '../types.ts'

export const FindingFields = () => (
  <>
    <p>
      This is about one decision on one day. From 16 somebody is taken to be able to decide until it is found
      that they cannot. No payment stops because of what you write here.
    </p>
    <Choice
      name="decision"
      label="Which decision is it about?"
      ways={decidings.map(value => ({ value, label: decidingSays[value] }))}
    />
    <Choice
      name="found"
      label="What was found?"
      ways={(['has', 'has-not'] as const).map(value => ({ value, label: foundSays[value] }))}
    />
    <DayField name="on" label="On which day?" />
    <TextField name="assessor" label="Who looked at it?" hint="Name and role." />
    <TextArea name="because" label="Why?" rows={5} most={2000} />
    <TextArea
      name="helpTried"
      label="What help was tried?"
      hint="Time, place, pictures, an interpreter, somebody they trust. Needed where they cannot decide."
      rows={4}
      most={2000}
    />
    <DayField name="reviewOn" label="When will it be looked at again? (you may leave this out)" />
  </>
)

export const BestInterestsFields = ({ found }: { found: Found | undefined }) => (
  <>
    <InsetText>
      <p>
        {found
          ? `${decidingSays[found.decision]}: not able, ${sayShortDay(found.on)}, says ${found.assessor}.`
          : 'There is no such finding.'}
      </p>
    </InsetText>
    <DayField name="on" label="When was it decided?" />
    <TextArea
      name="asked"
      label="Who was asked?"
      hint="The person first, then those near to them and those who care."
      rows={3}
      most={1000}
    />
    <TextArea name="decided" label="What was decided, and why is it best for them?" rows={5} most={2000} />
  </>
)

const PaperNew = () => (
  <>
    <TextField name="name" label="Their name, if it is somebody new" />
    <Select
      name="basis"
      label="On what does it rest, if it is somebody new?"
      none="Choose"
      options={powers
        .filter(power => power !== 'parental-responsibility')
        .map(value => ({ value, label: powerSays[value] }))}
    />
    <DayField name="from" label="From which day may they act, if it is somebody new?" />
    <DayField name="until" label="Last day, if it is somebody new and the paper has one" />
  </>
)

export const PaperFields = ({ acting }: { acting: readonly Acting[] }) => (
  <>
    <Choice
      name="who"
      label="Whom is the paper about?"
      ways={[
        ...acting.map(one => ({
          value: one.id,
          label: `${one.name}${one.basis ? `: ${powerSays[one.basis]}` : ''}`,
        })),
        { value: somebodyNew, label: 'Somebody new' },
      ]}
    />
    <PaperNew />
    <TextField name="registered" label="Where is it registered, and under which number?" />
    <TextArea name="scope" label="What does it let them decide?" rows={3} most={1000} />
    <DayField name="seenOn" label="When was the paper seen?" />
    <TextField name="seenBy" label="Who saw it?" />
    <FileField
      name="paper"
      label="A copy of the paper (you may leave this out)"
      hint="A PDF, a photo or a scan."
      accept=".pdf,.jpg,.jpeg,.png"
    />
  </>
)

export const EndFields = ({ one }: { one: Acting | undefined }) => (
  <>
    <InsetText>
      <p>{one?.name} stops acting at once, and sees nothing by it any more. What was done before stands.</p>
    </InsetText>
    <TextArea name="because" label="Why does it end?" rows={3} most={500} />
  </>
)

export const PermissionFields = () => (
  <>
    <p>
      Close family in the same household are paid for care only where that is necessary. Help with managing
      the money is a permission of its own. Relatives who live elsewhere need none.
    </p>
    <TextField name="name" label="Who is to be paid?" />
    <Select
      name="relation"
      label="What are they to the person?"
      none="Choose"
      options={relations.map(value => ({ value, label: relationSays[value] }))}
    />
    <YesNo name="sameHousehold" label="Do they live in the same household?" />
    <Choice
      name="paidFor"
      label="What are they paid for?"
      ways={(['care', 'help-with-managing'] as const).map(value => ({ value, label: paidForSays[value] }))}
    />
    <TextArea
      name="because"
      label="Why is it necessary?"
      hint="To meet the need satisfactorily; of a child, or to promote the child’s welfare."
      rows={4}
      most={1000}
    />
    <DayField name="from" label="From which day?" />
    <DayField name="until" label="Last day, if it has one" />
  </>
)

export const LastDayFields = ({ says }: { says: string }) => (
  <>
    <InsetText>
      <p>{says}</p>
    </InsetText>
    <DayField name="lastOn" label="Last day" />
    <TextArea name="because" label="Why does it end?" rows={3} most={500} />
  </>
)
