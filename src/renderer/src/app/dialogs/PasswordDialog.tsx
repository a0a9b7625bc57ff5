/** Asks for the password of an encrypted file. The password is sent once and stored nowhere. */
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../kit/Button';
import { Dialog } from './dialogs';

interface Props {
  readonly name: string;
  /** Why it is asked for, and after a wrong password that it was wrong. */
  readonly message: string;
  readonly confirm: string;
  readonly onPassword: (password: string) => void;
  readonly onClose: () => void;
}

export function PasswordDialog({ name, message, confirm, onPassword, onClose }: Props) {
  const form = useId();
  const about = useId();
  const [password, setPassword] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') onPassword(password);
  };
  return (
    <Dialog
      title="Password"
      width={420}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={form} disabled={password === ''}>
            {confirm}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <p id={about} role="alert">
          <strong>{name}</strong>: {message}
        </p>
        <label className="field">
          <span>Password</span>
          <input
            className="input"
            type="password"
            data-initial-focus=""
            autoComplete="off"
            maxLength={1000}
            aria-describedby={about}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
      </form>
    </Dialog>
  );
}
