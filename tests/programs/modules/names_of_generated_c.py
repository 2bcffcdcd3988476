"""Variables, functions and attributes with the names that the C of a program has for other things."""
import asyncio
import time

constants = ['constants']
globals_ = global_names = hints = library = sites = program = 1
source_0 = module_0 = variables_0 = module_0_variables = 'numbered'
lib_time = lib_time_rows = 'rows'
frame = input_ = code = fresh = raised = head = cells = args = at = 2
NULL = int64_t = struct = typedef = switch = 3


def globals_function(sites, constants, library, hints, program, source_0):
    fresh = raised = frame = input = self = 1
    return sites + constants + library + hints + program + source_0 + fresh + raised + frame + input + self


def main_within():
    return 'within'


def main_live_0():
    return [x for x in range(3)]


def main_inlined_0(double, char, default):
    return double, char, default


class struct_:
    union = 1
    volatile = 2

    def register(self, goto, auto):
        return [goto for extern in range(2)], auto, self.union, self.volatile


async def main():
    main_live_1 = 1
    await asyncio.sleep(0)
    await_ = resume = state = 5
    await asyncio.sleep(0)
    return main_live_1 + await_ + resume + state, [y * y for y in range(3)]


print(constants, globals_, global_names, hints, library, sites, program)
print(source_0, module_0, variables_0, module_0_variables, lib_time, lib_time_rows)
print(frame, input_, code, fresh, raised, head, cells, args, at, NULL, int64_t, struct, typedef, switch)
print(globals_function(1, 2, 3, 4, 5, 6), main_within(), main_live_0(), main_inlined_0(1, 2, 3))
print(struct_().register(1, 2), asyncio.run(main()))
print(vars(time)['sleep'] is time.sleep)
