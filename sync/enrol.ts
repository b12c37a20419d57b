import { ok, refuse, type Result } from '../domain/result.ts';
import { postEnrolment, UpstreamError } from './wire/http-upstream.ts';
import { PROTOCOL } from './wire/messages.ts';

export type EnrolmentRefusal = {
  readonly code:
    | 'code-refused'
    | 'other-unit'
    | 'station-taken'
    | 'unreachable'
    | 'timed-out'
    | 'token-refused'
    | 'protocol-too-old'
    | 'server-error';
};

/** Trades a one-time code for this counter's token. Refuses as the server does, or when it is not reached. */
export async function enrol(request: {
  readonly serverUrl: string;
  readonly code: string;
  readonly unitCode: string;
  readonly station: number;
  readonly log: string;
  readonly machine: string;
}): Promise<Result<{ readonly token: string }, EnrolmentRefusal>> {
  const { serverUrl, ...rest } = request;
  try {
    const { token } = await postEnrolment(serverUrl, { protocol: PROTOCOL, ...rest });
    return ok({ token });
  } catch (error) {
    if (!(error instanceof UpstreamError)) throw error;
    const { code } = error;
    // A code of an impossible length or shape is a wrong code to the clerk.
    if (code === 'malformed') return refuse({ code: 'code-refused' });
    return refuse({ code: code === 'too-large' ? 'server-error' : code });
  }
}
