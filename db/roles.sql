-- The four roles of the database and what each may do at the level of the database and the schema.
-- Idempotent; run by db/migrate.ts when the connecting user may create roles, or once by the database's administrator
-- (psql -f db/roles.sql), who then gives the two that log in their passwords. Rights on single tables: db/functions/.
--   komapo_owner     owns everything, never logs in
--   komapo_migrator  logs in to migrate, as komapo_owner (MIGRATION_DATABASE_URL)
--   komapo_app       the app (DATABASE_URL): reads, calls functions, writes only where granted
--   komapo_readonly  reports and inspection

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('komapo_owner', 'nologin'), ('komapo_migrator', 'login'), ('komapo_app', 'login'), ('komapo_readonly', 'login')
    ) as roles (name, kind)
  loop
    -- Roles belong to the whole server: another database's migration may be making the same one.
    begin
      if not exists (select from pg_roles where rolname = wanted.name) then
        execute format('create role %I %s', wanted.name, wanted.kind);
      end if;
    exception when duplicate_object or unique_violation then null;
    end;
  end loop;

  if not pg_has_role('komapo_migrator', 'komapo_owner', 'member') then
    grant komapo_owner to komapo_migrator;
  end if;
  if not pg_has_role(current_user, 'komapo_owner', 'member') then
    execute format('grant komapo_owner to %I', current_user);
  end if;

  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create, temporary on database %I to komapo_owner', current_database());
  execute format('grant connect on database %I to komapo_migrator, komapo_app, komapo_readonly', current_database());
end
$$;

alter schema public owner to komapo_owner;
revoke create on schema public from public;
grant usage on schema public to komapo_app, komapo_readonly;

alter default privileges for role komapo_owner in schema public grant select on tables to komapo_app, komapo_readonly;
-- Functions would be open to everyone; that default can only be taken back without naming a schema.
alter default privileges for role komapo_owner revoke execute on functions from public;
