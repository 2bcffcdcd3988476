# getopt, colorsys and linecache.
import colorsys
import getopt
import linecache
import os
import tempfile

for args in (['-a', '-b', 'x', 'rest'], ['-abx', 'rest'], ['--long', '--value=3', 'r', '-a'], ['--val', '5'], ['--', '-a'], ['-'],
             ['-b'], ['-z'], ['--nope'], ['--long=1'], ['--value'], ['--l'], []):
    for parse in (getopt.getopt, getopt.gnu_getopt):
        try:
            print(args, parse(args, 'ab:', ['long', 'value=', 'lone']))
        except getopt.GetoptError as error:
            print(args, error, error.opt)
for colour in ((1.0, 0.5, 0.25), (0.0, 0.0, 0.0), (0.2, 0.4, 0.4), (0.3, 0.9, 0.1), (1.0, 1.0, 1.0), (0.5, 0.1, 0.7)):
    for there, back in ((colorsys.rgb_to_hsv, colorsys.hsv_to_rgb), (colorsys.rgb_to_hls, colorsys.hls_to_rgb),
                        (colorsys.rgb_to_yiq, colorsys.yiq_to_rgb)):
        print(there(*colour), back(*there(*colour)))
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'lines')
    with open(path, 'w') as file:
        file.write('one\ntwo\nthree')
    print([linecache.getline(path, number) for number in range(5)], linecache.getlines(path), linecache.getline('/nope', 1) == '')
    with open(path, 'w') as file:
        file.write('changed\n')
    linecache.checkcache()
    print(linecache.getline(path, 1))
