# lrsched: learning-rate schedules, to the bit
#
#   make build     build the optimised program, .build/release/lrsched
#   make demo      draw and export two schedules into demo/
#   make test      build and run all tests
#   make verify    compare with the C library, the standard library, released DeepSpeed packages and Python's
#                  hjson at length (half an hour), and print what was compared
#   make fuzz      give every reader inputs that are made to reach all of it, for SECONDS=60 in all,
#                  behind large ones
#   make sanitize  run the tests under the sanitizer of addresses, with traps for undefined C, and of threads
#   make lint      check the format, and build without a warning
#   make format    format all sources
#   make docs      write the manual page, docs/formulas.md, docs/lint.md and the libraries' pages anew
#   make gallery   draw the pictures of docs/gallery.md and the screens of docs/explore.md anew
#   make gallery-others   draw what matplotlib and Vega-Lite make of the same schedules
#   make bench     measure everything against its peers, and write the tables of docs/performance.md;
#                  QUICK=1 takes half a minute, and writes nothing
#   make bench-loops      measure the inner loops by themselves
#   make bench-explore    measure how long explore takes to draw a screen of 10^12 steps
#   make bench-pictures   measure how long a picture takes, against matplotlib too
#   make builds    check that builds for this processor, for x86-64-v3 and for any write the same bytes
#   make reproduce check that two clean builds of one commit are the same program
#   make install   put a program that needs no Swift into PREFIX/bin (/usr/local)
#   make clean     remove what was built
#
# LRSCHED_MARCH is the instruction set: native unless you say another (x86-64-v3); an empty one makes
# a program for any processor. The numbers are the same.

ifeq ($(shell uname -m),x86_64)
LRSCHED_MARCH ?= native
VECTORS = x86-64-v3
endif
export LRSCHED_MARCH

PREFIX ?= /usr/local
# The date of the manual page, that of the release.
MANUAL_DATE = 2026-11-24
SOURCES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources \
  Benchmarks/Benchmarks Verification/Package.swift Verification/Sources Fuzzing/Package.swift \
  Fuzzing/Sources
LIBRARIES = LRSchedule LRText LRYAML LRConfiguration LRCurves LRPlot LRPictures LRExplore
TESTS = swift test -c release -Xswiftc -enable-testing
# The tests that look at more numbers with LRSCHED_VERIFY=1.
THOROUGH = NumberTextTests|ScannedNumberTests|LibraryFunctionTests|PowerTests
BENCHMARKS = --package-path Benchmarks --scratch-path .build-benchmarks -c release
# A static standard library makes a program that needs no Swift; Apple's systems bring the library.
STATIC = $(if $(filter Linux,$(shell uname -s)),--static-swift-stdlib -Xswiftc -use-ld=lld)

.PHONY: build demo test verify fuzz sanitize lint format docs docc gallery gallery-others bench \
  bench-loops bench-explore bench-pictures builds reproduce install clean dependencies

build: dependencies
	swift build -c release --product lrsched

demo: build
	mkdir -p demo
	.build/release/lrsched csv warmup-cosine -o demo/warmup-cosine.csv
	.build/release/lrsched plot onecycle --steps 10000 -o demo/onecycle.png
	@echo "demo: wrote demo/warmup-cosine.csv and demo/onecycle.png"

test: dependencies
	$(TESTS) --scratch-path .build-test
	Tests/library-example .build-test/release/lrsched

verify: build
	mkdir -p .build-verify
	LRSCHED_VERIFY=1 $(TESTS) --scratch-path .build-test \
	  --filter '$(THOROUGH)' >.build-verify/log 2>&1 || { cat .build-verify/log; exit 1; }
	swift build --package-path Verification --scratch-path .build-verify/swift -c release
	Tests/verify/run .build/release/lrsched .build-verify/swift/release/hjson-tree .build-verify/log

# Swift traps by itself where C is undefined; what headers in C do traps by the compiler's option. What signal
# handlers read, and what Fontconfig keeps, is never given back, so that leaks are not looked for.
sanitize: dependencies
	ASAN_OPTIONS=detect_leaks=0:suppressions=$(CURDIR)/Tests/address-sanitizer \
	  $(TESTS) --sanitize address -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined \
	  --scratch-path .build-sanitize/address
	$(TESTS) --sanitize thread --scratch-path .build-sanitize/thread

# libFuzzer comes with the toolchain. One build is enough: the readers are the same for any processor.
SECONDS = 60
FUZZING = --package-path Fuzzing --scratch-path .build-fuzz -c release --sanitize fuzzer

fuzz: dependencies
	LRSCHED_MARCH= swift build $(FUZZING) --product FuzzReaders
	Fuzzing/fuzz .build-fuzz/release/FuzzReaders .build-fuzz $(SECONDS)

lint: dependencies
	swift format lint --strict --recursive $(SOURCES)
	LRSCHED_STRICT=1 swift build --build-tests --scratch-path .build-lint

format:
	swift format --in-place --recursive $(SOURCES)

docs: build docc
	.build/release/lrsched documentation formulas > docs/formulas.md
	.build/release/lrsched documentation lint > docs/lint.md
	LRSCHED_MARCH= swift package --scratch-path .build-manual generate-manual --date $(MANUAL_DATE)
	sed -e '/^\.It Em complete/,/^\.El/d' -e '/^\.It Em documentation/,/^\.El/d' \
	  .build-manual/plugins/GenerateManual/outputs/lrsched/lrsched.1 > docs/lrsched.1

# The pages of the libraries' public declarations; a warning is an error.
docc: dependencies
	swift build --product lrsched --scratch-path .build-docc/build -Xswiftc -emit-symbol-graph \
	  -Xswiftc -emit-symbol-graph-dir -Xswiftc "$(CURDIR)/.build-docc/graphs"
	set -e; for library in $(LIBRARIES); do \
	  rm -rf .build-docc/$$library && mkdir .build-docc/$$library; \
	  cp .build-docc/graphs/$$library[.@]* .build-docc/$$library; \
	  docc convert $$(ls -d Sources/$$library/*.docc 2>/dev/null) \
	    --additional-symbol-graph-dir .build-docc/$$library \
	    --output-dir .build-docc/$$library.doccarchive --fallback-display-name $$library \
	    --fallback-bundle-identifier lrsched.$$library --warnings-as-errors; \
	done

gallery: build
	PATH="$(CURDIR)/.build/release:$$PATH" docs/gallery/draw

gallery-others: build .build-bench/requirements.txt
	.build-bench/bin/python Benchmarks/pictures/matplotlib_defaults.py .build/release/lrsched \
	  docs/gallery/matplotlib.png
	.build-bench/bin/python Benchmarks/pictures/vega_lite_defaults.py .build/release/lrsched \
	  docs/gallery/vega-lite.png

bench: build .build-bench/requirements.txt
	swift build $(BENCHMARKS) --product DoNothing
	swift build $(BENCHMARKS) --product LoopTimes
	.build-bench/bin/python Benchmarks/bench.py .build/release/lrsched .build-benchmarks/release \
	  $(if $(QUICK),--quick,--write docs/performance.md)

bench-loops: dependencies
	swift package $(filter-out -c release,$(BENCHMARKS)) benchmark --target InnerLoops

bench-explore: dependencies
	swift build $(BENCHMARKS) --product RedrawTimes
	.build-benchmarks/release/RedrawTimes

bench-pictures: build .build-bench/requirements.txt
	.build-bench/bin/python Benchmarks/bench_pictures.py .build/release/lrsched

# A Python with the peers, of its own.
.build-bench/requirements.txt: Benchmarks/requirements.txt
	python3 -m venv .build-bench
	.build-bench/bin/pip install --quiet --requirement $<
	cp $< $@

builds: build
	LRSCHED_MARCH=$(VECTORS) swift build -c release --product lrsched --scratch-path .build-vectors
	LRSCHED_MARCH= swift build -c release --product lrsched --scratch-path .build-portable
	Tests/same-bytes .build-vectors/release/lrsched .build-portable/release/lrsched
	Tests/same-bytes .build/release/lrsched .build-portable/release/lrsched

# In two folders: nothing of where it was built is in the program. The linker's number of a build and the
# compiler's hashes of what it was given, which nothing reads when it runs, are left out.
reproduce: dependencies
	rm -rf .build-clean
	for build in one two; do \
	  mkdir -p .build-clean/$$build && git archive HEAD | tar -x -C .build-clean/$$build && \
	  LRSCHED_MARCH= swift build -c release --product lrsched --package-path .build-clean/$$build \
	    -debug-info-format none && \
	  objcopy --remove-section=.note.gnu.build-id --remove-section=.swift_modhash \
	    .build-clean/$$build/.build/release/lrsched .build-clean/lrsched-$$build || exit 1; \
	done
	cmp .build-clean/lrsched-one .build-clean/lrsched-two
	@echo "reproduce: two clean builds of the commit are the same program, byte by byte"

install: dependencies
	swift build -c release --product lrsched --scratch-path .build-install $(STATIC)
	mkdir -p "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build-install/release/lrsched "$(DESTDIR)$(PREFIX)/bin/lrsched"
	strip "$(DESTDIR)$(PREFIX)/bin/lrsched"
	mkdir -p "$(DESTDIR)$(PREFIX)/share/man/man1"
	install -m 644 docs/lrsched.1 "$(DESTDIR)$(PREFIX)/share/man/man1/lrsched.1"

clean:
	rm -rf .build .build-* demo

# Cairo draws the pictures, FriBidi knows what is written from right to left, libyaml reads training
# arguments; pkg-config says where they are.
dependencies:
	@if pkg-config --exists cairo fribidi yaml-0.1 2>/dev/null; then \
	  :; \
	elif command -v apt-get >/dev/null; then \
	  run=; [ "$$(id -u)" = 0 ] || run=sudo; \
	  $$run apt-get update && \
	    $$run apt-get install -y libcairo2-dev libfribidi-dev libyaml-dev pkg-config; \
	elif command -v brew >/dev/null; then \
	  brew install cairo fribidi libyaml pkg-config; \
	else \
	  echo "lrsched needs pkg-config and the development files of Cairo, FriBidi and libyaml;" \
	    "install them (Fedora: cairo-devel fribidi-devel libyaml-devel pkgconf," \
	    "Arch: cairo fribidi libyaml pkgconf, Alpine: cairo-dev fribidi-dev yaml-dev pkgconf)" \
	    "and run make again" >&2; \
	  exit 1; \
	fi
