-- Why: an interpreter can translate in one meeting at a time, like a person and a room. The same two guards of "Seat"
-- (one seat of a resource in a slot, none that overlap in time) then decide it. A kind of its own migration: a new
-- value of an enum cannot be used before it is committed.
ALTER TYPE "ResourceKind" ADD VALUE 'interpreter';
