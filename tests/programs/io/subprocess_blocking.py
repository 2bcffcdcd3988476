"""subprocess as programs without a loop use it."""
import subprocess

print(subprocess.run(['echo', 'hello'], capture_output=True))
print(subprocess.run('echo $0 text; exit 4', shell=True, capture_output=True, text=True))
print(subprocess.run(['cat'], input=b'through', stdout=subprocess.PIPE).stdout)
print(subprocess.run(['cat'], input='Grüße\r\n', stdout=subprocess.PIPE, text=True, encoding='latin-1').stdout)
print(subprocess.check_output(['printf', 'a\nb']), subprocess.call(['false']), subprocess.check_call(['true']))
print(subprocess.getoutput('echo one; echo two'), subprocess.getstatusoutput('echo x; exit 2'))
big = bytes(range(256)) * 4000
print(subprocess.run(['cat'], input=big, capture_output=True).stdout == big)

for arguments in ({'args': ['false'], 'check': True}, {'args': 'kill -9 $$', 'shell': True, 'check': True},
                  {'args': ['no-such-program']},
                  {'args': ['true'], 'cwd': '/no/such/folder'}, {'args': ['true'], 'input': b'', 'stdin': 0}):
    try:
        subprocess.run(**arguments)
    except (subprocess.SubprocessError, OSError, ValueError) as e:
        print(type(e).__name__, e)
try:
    subprocess.run(['sleep', '10'], timeout=0.05)
except subprocess.TimeoutExpired as e:
    print(e.cmd, e.timeout <= 0.05, e.output)
try:
    subprocess.check_output('echo partial; exit 7', shell=True, text=True)
except subprocess.CalledProcessError as e:
    print(e.returncode, repr(e.output), e.stdout, e.stderr, e.cmd)

with subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
    print(process.poll(), process.returncode)
    process.stdin.write('line one\nline two\n')
    process.stdin.close()
    for line in process.stdout:
        print(repr(line))
print(process.returncode, process)

process = subprocess.Popen(['sleep', '10'])
try:
    process.wait(timeout=0.02)
except subprocess.TimeoutExpired as e:
    print(e)
process.terminate()
print(process.wait(), process.poll(), process.returncode)

process = subprocess.Popen('echo out; echo err >&2', shell=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
print(process.communicate(), process.returncode)
result = subprocess.run(['echo', 'merged'], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
print(result.stdout, result.stderr)
result.check_returncode()
print(subprocess.list2cmdline(['a b', 'c"d', 'e\\', '']))
