import type { ReactNode } from 'react'
import { Form, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'

type StepShows = {
  readonly title: string
  readonly button: string
  readonly body: ReactNode
  /** Null for a plan that is only asked for. */
  readonly reference: string | null
  readonly action: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly person?: NonNullable<Page['person']>
}

/** One form about an EHC plan, on a page of its own. */
export const stepPage = (of: StepShows): Page => ({
  title: of.title,
  back: of.reference === null ? '/ehc' : `/ehc/${of.reference}`,
  ...(of.person === undefined ? {} : { person: of.person }),
  errors: of.errors,
  status: of.errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>{of.title}</h1>
      <Form action={of.action} typed={of.typed} errors={of.errors}>
        {of.body}
        <SubmitButton>{of.button}</SubmitButton>
      </Form>
    </Reading>
  ),
})
