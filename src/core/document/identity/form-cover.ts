/** The cover of a form filed with a securities regulator: the registrant and the form name the document, not its address. */
import { LEGAL_FORM } from '../../base/legal-forms';

const HEAD = 6000;
const FORM = /^\W{0,6}(form (?:10-[kqd]|8-k|20-f|6-k|40-f|s-[1348]|f-[134])(?:\/a)?)\W{0,6}$/imu;
const REGISTRANT =
  /^[*_ ]{0,4}(\S[^\n]{1,118}?)[*_ ]{0,4}\n{1,3}[*_ ]{0,4}\(?\s?(?:exact )?name of (?:the )?registrant as specified/imu;

/** A line of its own that ends in a legal form: the registrant, where the cover's own line for it was cut away. */
const COMPANY = new RegExp(String.raw`^[#*_ ]{0,8}(\p{Lu}[^\n|:;]{1,80}?,? (?:${LEGAL_FORM})\.?)[*_ ]{0,4}$`, 'mu');

/** `Acorn, Inc. FORM 10-Q`, null for a text that is no such form. */
export function formTitle(text: string): string | null {
  const head = text.slice(0, HEAD);
  const form = FORM.exec(head)?.[1];
  if (form === undefined) return null;
  const registrant = (REGISTRANT.exec(head) ?? COMPANY.exec(head))?.[1];
  return registrant === undefined ? form : `${registrant} ${form}`;
}
