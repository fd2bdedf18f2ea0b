% MATPOWER beside ours: solves one network, written by us, with runpf, and says voltages and time.
%
% usage: octave --no-gui --norc matpower.m FILE.json      one JSON object on stdout
%
% INTERLOCK_MATPOWER names the folder of MATPOWER that holds lib/. Times are processor time, medians of the repeats, milliseconds, of one thread.
1;

function answer = solve(question)
  mpc = struct('version', '2', 'baseMVA', question.baseMva, 'bus', question.bus, 'gen', question.gen, 'branch', question.branch);
  % Of its two cores the older one is faster in Octave at every size, by 10 times at 118 buses.
  options = mpoption('verbose', 0, 'out.all', 0, 'pf.tol', question.tolerancePu, 'pf.nr.max_it', 20, 'exp.use_legacy_core', 1);
  ms = zeros(1, question.wholeRepeats);
  % The first two warm up.
  for k = -1:question.wholeRepeats
    started = cputime();
    [solved, success] = runpf(mpc, options);
    if k > 0
      ms(k) = (cputime() - started) * 1e3;
    end
  end
  if ~success
    error('runpf did not converge');
  end
  answer = struct('wholeMs', median(ms), 'iterations', solved.iterations, 'vmPu', solved.bus(:, 8)');
end

for part = {'lib', fullfile('mips', 'lib'), fullfile('mp-opt-model', 'lib'), fullfile('mptest', 'lib')}
  addpath(fullfile(getenv('INTERLOCK_MATPOWER'), part{1}));
end
try
  answer = solve(jsondecode(fileread(argv(){1})));
catch reason
  answer = struct('leftOut', reason.message);
end
printf('%s', jsonencode(struct('matpower', answer)));
