-- The tables of the sign-in library (better-auth), in a schema of their own: it reads and writes them, we
-- do not.
create schema auth;
create table auth."user" (
  "id" text primary key, "name" text not null, "email" text not null unique,
    "emailVerified" boolean not null, "image" text,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null
    default current_timestamp,
  "twoFactorEnabled" boolean
);
create table auth."session" (
  "id" text primary key, "expiresAt" timestamptz not null, "token" text not null unique,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null,
  "ipAddress" text, "userAgent" text, "userId" text not null references auth."user" ("id") on delete cascade
);
create table auth."account" (
  "id" text primary key, "accountId" text not null, "providerId" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade,
  "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz,
    "refreshTokenExpiresAt" timestamptz,
  "scope" text, "password" text, "createdAt" timestamptz not null
    default current_timestamp, "updatedAt" timestamptz not null
);
create table auth."verification" (
  "id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null
    default current_timestamp
);
create table auth."twoFactor" (
  "id" text primary key, "secret" text not null, "backupCodes" text not null,
  "userId" text not null references auth."user" ("id") on delete cascade, "verified" boolean,
  "failedVerificationCount" integer, "lockedUntil" timestamptz
);
create index on auth."session" ("userId");
create index on auth."account" ("userId");
create index on auth."verification" ("identifier");
create index on auth."twoFactor" ("secret");
create index on auth."twoFactor" ("userId");

-- Wrong passwords by e-mail address (hashed): after five within a quarter of an hour, wait a quarter of
-- an hour.
create table access.wrong_password (email_hash text not null, at timestamptz not null
  default statement_timestamp());
create index on access.wrong_password (email_hash, at);
