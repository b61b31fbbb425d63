import { createHash, createPublicKey, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

type Grant = { subject: string; challenge: string; nonce: string; redirectUri: string };

/** An OpenID Connect issuer on this machine: whoever comes is `subject`, and nobody has to press a button. */
export type Issuer = { url: string; subject: string; tokensGiven: number; stop: () => void };

export const client = { id: "pomost", secret: "secret of the client" };

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = { ...createPublicKey(privateKey).export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" };
const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function token(claims: object): string {
  const body = `${encode({ alg: "RS256", kid: key.kid })}.${encode(claims)}`;
  return `${body}.${sign("sha256", Buffer.from(body), privateKey).toString("base64url")}`;
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

function authorize(query: URLSearchParams, grants: Map<string, Grant>, subject: string): string {
  const code = randomUUID();
  const redirectUri = query.get("redirect_uri") ?? "";
  grants.set(code, { subject, redirectUri, challenge: query.get("code_challenge") ?? "", nonce: query.get("nonce") ?? "" });
  const answer = new URL(redirectUri);
  answer.searchParams.set("code", code);
  answer.searchParams.set("state", query.get("state") ?? "");
  return answer.href;
}

/** Gives tokens for a code once, to the client that asked for it and proves it (PKCE). */
async function exchange(request: IncomingMessage, grants: Map<string, Grant>, issuer: string): Promise<object | null> {
  const form = await readForm(request);
  const code = form.get("code") ?? "";
  const grant = grants.get(code);
  grants.delete(code);
  const credentials = Buffer.from(`${client.id}:${encodeURIComponent(client.secret).replaceAll("%20", "+")}`).toString("base64");
  const challenge = createHash("sha256").update(form.get("code_verifier") ?? "").digest("base64url");
  const isOwn = request.headers.authorization === `Basic ${credentials}` && form.get("redirect_uri") === grant?.redirectUri;
  if (!grant || !isOwn || challenge !== grant.challenge) return null;
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: client.id, sub: grant.subject, nonce: grant.nonce, iat: now, exp: now + 300, email: "wiebke.lorenzen@de-17.example", email_verified: true };
  return { access_token: randomUUID(), token_type: "Bearer", expires_in: 300, id_token: token(claims) };
}

function send(response: ServerResponse, status: number, value: object | null) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value ?? { error: "invalid_grant" }));
}

/** Starts an issuer on a free port. */
export async function startIssuer(): Promise<Issuer> {
  const grants = new Map<string, Grant>();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", issuer.url);
    const answer = async () => {
      if (url.pathname === "/authorize") return response.writeHead(302, { location: authorize(url.searchParams, grants, issuer.subject) }).end();
      if (url.pathname === "/jwks") return send(response, 200, { keys: [key] });
      if (url.pathname === "/token") {
        const tokens = await exchange(request, grants, issuer.url);
        if (tokens) issuer.tokensGiven += 1;
        return send(response, tokens ? 200 : 400, tokens);
      }
      return send(response, 200, {
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        userinfo_endpoint: `${issuer.url}/userinfo`,
        jwks_uri: `${issuer.url}/jwks`,
        response_types_supported: ["code"],
        id_token_signing_alg_values_supported: ["RS256"],
        code_challenge_methods_supported: ["S256"],
      });
    };
    void answer();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const issuer: Issuer = { url: `http://127.0.0.1:${port}`, subject: "nobody", tokensGiven: 0, stop: () => server.close() };
  return issuer;
}
