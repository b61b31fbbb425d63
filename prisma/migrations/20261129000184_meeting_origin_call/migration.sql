-- Why: an accepted answer to a call becomes a meeting; nobody asked for it by a request, and no moderator paired the two. In a
-- migration of its own: a new value of an enum cannot be used before it is committed.
ALTER TYPE "MeetingOrigin" ADD VALUE 'call';
