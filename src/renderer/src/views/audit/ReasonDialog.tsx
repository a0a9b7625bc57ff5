/** Asks for a reason: a finding is dismissed or explained only with one, and it is printed in the exported appendix. */
import { type FormEvent, useId, useState } from 'react';
import { Dialog } from '../../app/dialogs/dialogs';
import { Button } from '../../kit/Button';

interface Props {
  readonly title: string;
  readonly about: string;
  readonly confirm: string;
  readonly start?: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

export function ReasonDialog({ title, about, confirm, start = '', onConfirm, onClose }: Props) {
  const form = useId();
  const [reason, setReason] = useState(start);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onConfirm(reason.trim());
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} disabled={reason.trim() === ''}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <p className="muted reason-about">{about}</p>
        <label className="field">
          <span>Reason</span>
          <textarea
            className="input"
            rows={4}
            maxLength={5000}
            value={reason}
            placeholder="It is printed in the appendix of the exported note."
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
      </form>
    </Dialog>
  );
}
