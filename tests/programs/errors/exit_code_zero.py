# sys.exit() and sys.exit(None) end the program early with exit code 0.
# exit: 0
import sys


class Closing:
    def __enter__(self):
        print("open")
        return self

    def __exit__(self, kind, value, traceback):
        print("close", kind.__name__, value)


def main(args):
    print("arguments", args)
    with Closing():
        for i in range(5):
            print("round", i)
            if i == 2:
                sys.exit()


if __name__ == "__main__":
    main(sys.argv[1:])
    print("never printed")
