-- Law 9: a programme's budget is hard. Called last in a posting: any free slice with enough, else all of them in order.
create or replace function take_budget(p_programme uuid, p_points integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  missing bigint := p_points;
  free bigint;
begin
  update budget_slices set used = used + p_points
   where programme_id = p_programme and slice = (
     select slice from budget_slices where programme_id = p_programme and allotted - used >= p_points limit 1 for update skip locked);
  if found then return; end if;

  perform from budget_slices where programme_id = p_programme order by slice for update;
  select coalesce(sum(allotted - used), 0) into free from budget_slices where programme_id = p_programme;
  if free < p_points then perform refuse_posting('budget_exhausted'); end if;
  update budget_slices s set used = s.used + least(run.free, missing - run.before)
    from (select slice, allotted - used as free, sum(allotted - used) over (order by slice) - (allotted - used) as before
            from budget_slices where programme_id = p_programme) run
   where s.programme_id = p_programme and s.slice = run.slice and run.before < missing;
end $$;

-- A reversed grant frees its budget.
create or replace function return_budget(p_programme uuid, p_points integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update budget_slices set used = used - p_points
   where programme_id = p_programme and slice = (
     select slice from budget_slices where programme_id = p_programme and used >= p_points limit 1 for update skip locked);
  if found then return; end if;

  perform from budget_slices where programme_id = p_programme order by slice for update;
  update budget_slices s set used = s.used - least(run.used, p_points - run.before)
    from (select slice, used, sum(used) over (order by slice) - used as before
            from budget_slices where programme_id = p_programme) run
   where s.programme_id = p_programme and s.slice = run.slice and run.before < p_points;
end $$;

-- Sets the ceiling in points; what is left is spread evenly. Never below what is already granted.
create or replace function set_budget(p_programme uuid, p_points bigint) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  slices constant integer := 16;
  free bigint;
begin
  insert into budget_slices (programme_id, slice, allotted)
    select p_programme, n, 0 from generate_series(0, slices - 1) n on conflict do nothing;
  perform from budget_slices where programme_id = p_programme order by slice for update;
  select p_points - sum(used) into free from budget_slices where programme_id = p_programme;
  if free < 0 then perform refuse_posting('budget_below_used'); end if;
  update budget_slices
     set allotted = used + free / slices + case when slice < free % slices then 1 else 0 end
   where programme_id = p_programme;
end $$;
