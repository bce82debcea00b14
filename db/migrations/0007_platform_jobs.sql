-- The job queue. graphile-worker makes and upgrades its own tables as `app_worker`, which owns this
-- schema and nothing else; no other role can read a job or add one. A feature that must enqueue
-- work adds a definer function per task, owned by `app_worker`, that takes ids only and checks them.
do $$
begin
  execute format('grant app_worker to %I', current_user);
end
$$;

create schema graphile_worker authorization app_worker;

set role app_worker;

-- With this table in place graphile-worker needs no right to create schemas in the database.
create table graphile_worker.migrations (
  id int primary key,
  ts timestamptz not null default now(),
  breaking boolean not null default false
);
alter table graphile_worker.migrations enable row level security;
alter table graphile_worker.migrations force row level security;
create policy worker_migrations on graphile_worker.migrations for all to app_worker using (true) with check (true);

reset role;
