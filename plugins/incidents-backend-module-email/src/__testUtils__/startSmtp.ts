import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface ReceivedMail {
  from: string;
  to: string[];
  /** Headers and body as they came over the wire. */
  data: string;
  user?: string;
}

/**
 * A small SMTP server (RFC 5321) without TLS: greets, knows `EHLO`, `AUTH PLAIN`, `MAIL`, `RCPT`, `DATA`,
 * `RSET` and `QUIT`. `answers` replaces its reply to the next command that begins so.
 */
export async function startSmtp(
  options: { answers?: Record<string, string>; silent?: boolean } = {},
) {
  const mails: ReceivedMail[] = [];
  const answers = options.answers ?? {};
  const sockets = new Set<Socket>();
  const server = createServer(socket => {
    sockets.add(socket);
    if (!options.silent) serve(socket);
  });

  function serve(socket: Socket) {
    let mail: ReceivedMail = { from: '', to: [], data: '' };
    let user: string | undefined;
    let reading = false;
    let rest = '';
    const say = (line: string) => socket.write(`${line}\r\n`);
    const reply = (command: string): string => {
      const asked = Object.keys(answers).find(key => command.startsWith(key));
      if (asked) return answers[asked];
      if (command.startsWith('EHLO'))
        return '250-localhost\r\n250-AUTH PLAIN\r\n250 8BITMIME';
      if (command.startsWith('AUTH PLAIN')) {
        const words = Buffer.from(command.split(' ')[2], 'base64').toString();
        user = words.split('\0')[1];
        return '235 Welcome';
      }
      if (command.startsWith('MAIL FROM:')) {
        mail = { from: command.slice(10), to: [], data: '', user };
        return '250 OK';
      }
      if (command.startsWith('RCPT TO:')) {
        mail.to.push(command.slice(8).replace(/[<>]/g, ''));
        return '250 OK';
      }
      if (command === 'DATA') {
        reading = true;
        return '354 Go on';
      }
      if (command === 'QUIT') return '221 Bye';
      return command === 'RSET' ? '250 OK' : '502 Not here';
    };
    say('220 localhost ESMTP');
    socket.on('error', () => undefined);
    socket.on('data', chunk => {
      rest += chunk.toString('latin1');
      for (
        let end = rest.indexOf('\r\n');
        end >= 0;
        end = rest.indexOf('\r\n')
      ) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (!reading) {
          say(reply(line));
        } else if (line === '.') {
          reading = false;
          mails.push(mail);
          say(answers.END ?? '250 Taken');
        } else mail.data += `${line.replace(/^\./, '')}\r\n`;
      }
    });
  }

  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    stop: async () => {
      sockets.forEach(socket => socket.destroy());
      await new Promise(done => server.close(done));
    },
  };
}
