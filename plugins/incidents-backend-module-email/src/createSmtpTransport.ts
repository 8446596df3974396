import { createTransport, type Transporter } from 'nodemailer';
import type { EmailConfig } from './readEmailConfig';

/** The connection to the server. Neither files nor addresses are ever read for a mail. */
export function createSmtpTransport(smtp: EmailConfig['smtp']): Transporter {
  const { host, secure, allowPlaintext, username, password } = smtp;
  return createTransport({
    host,
    port: smtp.port ?? (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !allowPlaintext,
    ...(allowPlaintext ? { ignoreTLS: true } : {}),
    ...(username ? { auth: { user: username, pass: password ?? '' } } : {}),
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 15_000,
  });
}
