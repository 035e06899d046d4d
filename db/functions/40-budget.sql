-- Law 9: a programme's budget is hard, and cut in 32 slices so that simultaneous grants do not queue at one row. Each connection has
-- a slice of its own; when that has too little, all of them are locked in order and what is left is spread evenly again.
-- Called last in a posting.
create or replace function own_slice() returns smallint
language sql stable as $$
  select (pg_backend_pid() % 32)::smallint
$$;

create or replace function take_budget(p_programme uuid, p_points integer) returns void
language plpgsql as $$
begin
  -- An update that waited and then found too little has locked its slice all the same. Undone, it lets go of it: two who went on
  -- to lock all in order would each hold what the other waits for.
  begin
    update budget_slices set used = used + p_points
     where programme_id = p_programme and slice = own_slice() and allotted - used >= p_points;
    if found then return; end if;
    raise exception using errcode = 'KP002';
  exception when sqlstate 'KP002' then null;
  end;
  perform take_from_all_slices(p_programme, p_points);
end $$;

create or replace function take_from_all_slices(p_programme uuid, p_points integer) returns void
language plpgsql as $$
declare
  ceiling bigint;
begin
  -- What is committed as used up is used up: an exhausted budget is refused without a lock.
  if coalesce((select sum(allotted - used) from budget_slices where programme_id = p_programme), 0) < p_points then
    perform refuse_posting('budget_exhausted');
  end if;
  ceiling := lock_slices(p_programme);
  update budget_slices set used = used + p_points, allotted = allotted + p_points
   where programme_id = p_programme and slice = own_slice();
  if not spread_budget(p_programme, ceiling) then perform refuse_posting('budget_exhausted'); end if;
end $$;

create or replace function lock_slices(p_programme uuid) returns bigint
language plpgsql as $$
begin
  perform from budget_slices where programme_id = p_programme order by slice for update;
  return (select sum(allotted) from budget_slices where programme_id = p_programme);
end $$;

-- Gives every slice the same of what is left under the ceiling; false, and nothing done, where more is used than that.
create or replace function spread_budget(p_programme uuid, p_ceiling bigint) returns boolean
language plpgsql as $$
declare
  slices integer;
  free bigint;
begin
  select count(*), p_ceiling - sum(used) into slices, free from budget_slices where programme_id = p_programme;
  if free < 0 then return false; end if;
  update budget_slices set allotted = used + free / slices + case when slice < free % slices then 1 else 0 end
   where programme_id = p_programme;
  return true;
end $$;

-- A reversed grant frees its budget.
create or replace function return_budget(p_programme uuid, p_points integer) returns void
language plpgsql as $$
begin
  update budget_slices set used = used - p_points where programme_id = p_programme and slice = own_slice();
  if not found then raise exception 'programme % has no budget to give back to', p_programme; end if;
end $$;

-- Sets the ceiling in points. Never below what is already granted.
create or replace function set_budget(p_programme uuid, p_points bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into budget_slices (programme_id, slice, allotted)
    select p_programme, n, 0 from generate_series(0, 31) n on conflict do nothing;
  perform lock_slices(p_programme);
  if not spread_budget(p_programme, p_points) then perform refuse_posting('budget_below_used'); end if;
end $$;
