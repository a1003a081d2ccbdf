using System.Threading.Tasks;
using Xunit;

namespace AioBarrierAnalyzers.Tests.Fixes;

/// <summary>A lock is offered for the whole step, or not at all.</summary>
public class LockedStepTests
{
    private const string Head =
        """
        using System;
        using System.Collections.Generic;
        using System.Threading;

        public class Shelf
        {
            private readonly object _gate = new object();
            private readonly Stack<string> _books = new Stack<string>();
            private int _lent;
            private readonly int _limit = 3;

            public void Add(string book)
            {
                lock (_gate)
                {
                    _books.Push(book);
                    _lent--;
                }
            }

            public bool Has(string book)
            {
                lock (_gate)
                {
                    return _books.Contains(book) && _lent >= 0;
                }
            }

            public int Known()
            {
                lock (_gate)
                {
                    return _books.Count + _lent;
                }
            }

            public void Reset()
            {
                lock (_gate)
                {
                    _books.Clear();
                    _lent = 0;
                }
            }


        """;

    [Fact]
    public Task Check_BelongsToTheChange() => Becomes(
        """
            public string Lend(string none)
            {
                if (none.Length > _limit)
                {
                    throw new ArgumentException(none);
                }

                if (_lent == _limit)
                {
                    return none;
                }

                _lent++;
                return none;
            }
        }
        """,
        """
            public string Lend(string none)
            {
                if (none.Length > _limit)
                {
                    throw new ArgumentException(none);
                }

                lock (_gate)
                {
                    if (_lent == _limit)
                    {
                        return none;
                    }

                    _lent++;
                }
                return none;
            }
        }
        """);

    [Fact]
    public Task Section_BelongsToTheChange() => Becomes(
        """
            public string Lend()
            {
                _lent++;
                string taken;
                lock (_gate)
                {
                    taken = _books.Pop();
                }

                return taken;
            }
        }
        """,
        """
            public string Lend()
            {
                lock (_gate)
                {
                    _lent++;
                    string taken;
                    taken = _books.Pop();

                    return taken;
                }
            }
        }
        """);

    [Fact]
    public Task Caller_HoldsItForWhatItsHelperDoes() => Becomes(
        """
            public void Lend()
            {
                if (_lent < _limit)
                {
                    Count();
                }
            }

            private void Count()
            {
                _lent++;
            }
        }
        """,
        """
            public void Lend()
            {
                lock (_gate)
                {
                    if (_lent < _limit)
                    {
                        Count();
                    }
                }
            }

            private void Count()
            {
                _lent++;
            }
        }
        """);

    [Fact]
    public Task Callback_BetweenCheckAndChange_CannotBeLocked() => IsNotOffered(
        """
            public void Lend(Action whenLent)
            {
                int lent = _lent;
                if (lent < _limit)
                {
                    whenLent();
                    _lent = lent + 1;
                }
            }
        }
        """);

    [Fact]
    public Task Sleep_BetweenCheckAndChange_CannotBeLocked() => IsNotOffered(
        """
            public void Lend()
            {
                int lent = _lent;
                Thread.Sleep(1);
                _lent = lent + 1;
            }
        }
        """);

    [Fact]
    public Task AnotherLock_BetweenCheckAndChange_IsNotTakenInside() => IsNotOffered(
        """
            private readonly object _other = new object();

            public void Lend(List<int> log)
            {
                int lent = _lent;
                lock (_other)
                {
                    log.Add(lent);
                }

                _lent = lent + 1;
            }
        }
        """);

    [Fact]
    public Task Callback_BehindTheStep_StaysOutside() => Becomes(
        """
            public void Lend(Action whenLent)
            {
                _lent++;
                whenLent();
            }
        }
        """,
        """
            public void Lend(Action whenLent)
            {
                lock (_gate)
                {
                    _lent++;
                }
                whenLent();
            }
        }
        """);

    [Fact]
    public Task Check_OutsideItsSection_GoesIn() => Becomes(
        """
            public string Lend(string none)
            {
                if (_books.Count == 0)
                {
                    return none;
                }

                lock (_gate)
                {
                    // The last one in.
                    return _books.Pop();
                }
            }
        }
        """,
        """
            public string Lend(string none)
            {
                lock (_gate)
                {
                    if (_books.Count == 0)
                    {
                        return none;
                    }

                    // The last one in.
                    return _books.Pop();
                }
            }
        }
        """,
        "AIO3002");

    [Fact]
    public Task Check_BeforeACallback_CannotGoIn() => IsNotOffered(
        """
            public string Lend(string none, Action whenLent)
            {
                if (_books.Count == 0)
                {
                    return none;
                }

                whenLent();
                lock (_gate)
                {
                    return _books.Pop();
                }
            }
        }
        """,
        "AIO3002");

    [Fact]
    public Task Sections_ThatAreOneStep_BecomeOne() => Becomes(
        """
            public void Empty()
            {
                lock (_gate)
                {
                    _books.Clear();
                }

                int none = 0;
                lock (_gate)
                {
                    _lent = none;
                }
            }
        }
        """,
        """
            public void Empty()
            {
                lock (_gate)
                {
                    _books.Clear();

                    int none = 0;
                    _lent = none;
                }
            }
        }
        """,
        "AIO3003");

    [Fact]
    public Task Sections_OfHelpers_AreHeldByTheCaller() => Becomes(
        """
            public void Empty()
            {
                ClearBooks();
                ClearCount();
            }

            private void ClearBooks()
            {
                lock (_gate)
                {
                    _books.Clear();
                }
            }

            private void ClearCount()
            {
                lock (_gate)
                {
                    _lent = 0;
                }
            }
        }
        """,
        """
            public void Empty()
            {
                lock (_gate)
                {
                    ClearBooks();
                    ClearCount();
                }
            }

            private void ClearBooks()
            {
                lock (_gate)
                {
                    _books.Clear();
                }
            }

            private void ClearCount()
            {
                lock (_gate)
                {
                    _lent = 0;
                }
            }
        }
        """,
        "AIO3003");

    private static async Task Becomes(string before, string after, string id = "AIO3001") => Assert.Equal(Head + after, await AnalyzedCase.FixedAsync(Head + before, id));

    private static async Task IsNotOffered(string source, string id = "AIO3001") => Assert.Null(await AnalyzedCase.FixedAsync(Head + source, id));
}
