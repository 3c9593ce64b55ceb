-- Does in Neovim what its user would, and writes what the user then sees to the file that $GANTRY_SEEN names.
local seen = {}

local function finish(problem)
  seen.problem = problem
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.GANTRY_SEEN)
  vim.cmd('quitall!')
end

-- Keys are typed by the main loop, so what follows must wait outside of it.
local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 't', false)
end

local function await(what, condition)
  local running = coroutine.running()
  local deadline = vim.loop.now() + 20000
  local timer = vim.loop.new_timer()
  timer:start(0, 20, vim.schedule_wrap(function()
    if timer:is_closing() then
      return
    end
    if condition() then
      timer:close()
      coroutine.resume(running)
    elseif vim.loop.now() > deadline then
      timer:close()
      finish('Neovim saw no ' .. what .. '.')
    end
  end))
  coroutine.yield()
end

local function floating_text()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, true), '\n')
    end
  end
end

local function has_finding(code)
  for _, finding in ipairs(vim.diagnostic.get(0)) do
    if finding.code == code then
      return true
    end
  end
  return false
end

-- Which of the actions the user takes, as a pattern of its title.
local wanted_action = '.'

vim.ui.select = function(items, options, on_choice)
  seen.actions = seen.actions or vim.tbl_map(options.format_item, items)
  for index, item in ipairs(items) do
    if options.format_item(item):find(wanted_action) then
      return on_choice(item, index)
    end
  end
  finish('Neovim offered no ' .. wanted_action .. '.')
end

coroutine.wrap(function()
  await('finding', function() return has_finding('unknown-flag') end)
  seen.findings = vim.tbl_map(function(finding)
    return { finding.lnum, finding.col, finding.end_col, finding.source, finding.code }
  end, vim.diagnostic.get(0))

  type_keys('/--name<CR>:lua vim.lsp.buf.hover()<CR>')
  await('hover', floating_text)
  seen.hover = floating_text()

  type_keys('odocker run --memo<C-x><C-o>')
  await('completion', function() return vim.fn.pumvisible() == 1 end)
  seen.completions = vim.tbl_map(function(item) return item.word end, vim.fn.complete_info().items)
  type_keys('<C-y><Esc>')
  await('end of the completion', function() return vim.fn.mode() == 'n' end)
  seen.completed = vim.fn.getline(3)
  type_keys('dd')
  await('removed line', function() return vim.fn.line('$') == 2 end)

  type_keys('/memroy<CR>:lua vim.lsp.buf.code_action()<CR>')
  await('fixed line', function() return not vim.fn.getline(2):find('memroy') end)
  await('end of the finding', function() return not has_finding('unknown-flag') end)
  seen.lines = vim.fn.getline(1, '$')

  type_keys('odocker stop --time 5 web<Esc>')
  await('finding in the new line', function() return has_finding('deprecated-stop-time') end)
  wanted_action = 'Fix all'
  type_keys(':lua vim.lsp.buf.code_action()<CR>')
  await('line fixed with all others', function() return vim.fn.getline(3) == 'docker stop -t 5 web' end)

  type_keys('odocker stop --time 7 web<Esc>')
  await('finding to be fixed on saving', function() return has_finding('deprecated-stop-time') end)
  type_keys(':write<CR>')
  await('saved file', function() return not vim.bo.modified end)
  seen.saved = vim.fn.readfile(vim.fn.expand('%'))
  finish()
end)()
