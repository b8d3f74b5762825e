"""Linear algebra on one core while small matrices are multiplied."""

from __future__ import annotations

from threadpoolctl import threadpool_info, threadpool_limits

from coding.analysis.one_core import one_core


def cores() -> set[int]:
    """How many cores the linear algebra of this process uses."""
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


def test_overlapping_blocks_use_one_core_until_the_last_has_ended() -> None:
    with threadpool_limits(2, user_api="blas"):
        first, second = one_core(), one_core()
        first.__enter__()
        second.__enter__()
        assert cores() == {1}
        first.__exit__(None, None, None)
        assert cores() == {1}
        second.__exit__(None, None, None)
        assert cores() == {2}


def test_an_error_gives_the_cores_back() -> None:
    @one_core()
    def fail() -> None:
        assert cores() == {1}
        raise ValueError

    with threadpool_limits(2, user_api="blas"):
        for _ in range(2):
            try:
                fail()
            except ValueError:
                assert cores() == {2}
