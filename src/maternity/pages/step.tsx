import type { ReactNode } from 'react'
import { Form, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { FieldsShow } from './fields.tsx'

type StepShows = {
  readonly title: string
  readonly button: string
  readonly fields: (shows: FieldsShow) => ReactNode
  readonly before?: ((shows: FieldsShow) => ReactNode) | undefined
  readonly shows: FieldsShow
  readonly back: string
  readonly action: string
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly person?: Page['person'] | undefined
}

/** One form about a maternity budget, on a page of its own. */
export const stepPage = (of: StepShows): Page => ({
  title: of.title,
  back: of.back,
  ...(of.person === undefined ? {} : { person: of.person }),
  errors: of.errors,
  status: of.errors.length > 0 ? 422 : 200,
  wide: of.before !== undefined,
  body: (
    <>
      <h1>{of.title}</h1>
      {of.before?.(of.shows)}
      <Reading>
        <Form action={of.action} typed={of.typed} errors={of.errors}>
          {of.fields(of.shows)}
          <SubmitButton>{of.button}</SubmitButton>
        </Form>
      </Reading>
    </>
  ),
})
