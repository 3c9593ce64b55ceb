" Does in Vim what its user would, and writes what the user then sees to the file that $GANTRY_SEEN names.
let g:ale_hover_to_preview = 1
let s:seen = {}

function s:Await(what, Condition) abort
  let l:started = reltime()
  while !a:Condition()
    if reltimefloat(reltime(l:started)) > 20
      throw 'Vim saw no ' . a:what . '.'
    endif
    sleep 20m
  endwhile
endfunction

function s:HasFinding(rule) abort
  return match(map(getloclist(0), 'v:val.text'), '^' . a:rule) >= 0
endfunction

function s:HoverText() abort
  let l:windows = filter(range(1, winnr('$')), 'getwinvar(v:val, "&previewwindow")')
  return empty(l:windows) ? '' : join(getbufline(winbufnr(l:windows[0]), 1, '$'), "\n")
endfunction

" Takes the first action at the cursor whose title matches.
function s:Act(title) abort
  let l:answer = {}
  call ale#codefix#Execute(0, {data, items -> extend(l:answer, {'data': data, 'actions': map(items, 'v:val[1]')})})
  call s:Await('actions', {-> has_key(l:answer, 'actions')})
  let l:titles = map(copy(l:answer.actions), 'v:val.title')
  call ale#codefix#ApplyLSPCodeAction(l:answer.data, l:answer.actions[match(l:titles, a:title)])
  return l:titles
endfunction

" Keys that were typed ahead would end the completion.
function s:LeaveCompleted(timer) abort
  if getline('.') =~# 'on-'
    call timer_stop(a:timer)
    call feedkeys("\<Esc>", 't')
  endif
endfunction

try
  call s:Await('finding', {-> s:HasFinding('unknown-flag')})
  let s:seen.findings = map(getloclist(0), '[v:val.lnum, v:val.col, v:val.end_col, v:val.type]')

  call search('--name')
  ALEHover
  call s:Await('hover', {-> s:HoverText() =~# '--name'})
  let s:seen.hover = s:HoverText()
  pclose

  call timer_start(20, function('s:LeaveCompleted'), {'repeat': 1000})
  call timer_start(20000, {-> feedkeys("\<Esc>", 't')})
  call feedkeys("Godocker run --restart on\<C-x>\<C-o>", 'tx!')
  let s:seen.completed = getline('$')
  normal! dd

  call search('--memroy')
  let s:seen.actions = s:Act('^Write')
  call s:Await('fixed line', {-> getline(2) !~# 'memroy'})
  ALELint
  call s:Await('end of the finding', {-> !s:HasFinding('unknown-flag')})

  call append('$', ['docker stop --time 5 web', 'docker stop --time 7 web'])
  ALELint
  call s:Await('finding in the new lines', {-> s:HasFinding('deprecated-stop-time')})
  call s:Act('^Fix all')
  call s:Await('lines fixed all at once', {-> getline('$') !~# '--time'})
  write
  let s:seen.saved = readfile(expand('%'))
catch
  let s:seen.problem = v:exception
endtry
call writefile([json_encode(s:seen)], $GANTRY_SEEN)
qall!
