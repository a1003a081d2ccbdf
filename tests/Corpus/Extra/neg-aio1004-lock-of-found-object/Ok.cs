using System;
using System.Collections;

namespace Corpus.Extra.NegAio1004LockOfFoundObject;

internal sealed partial class Planner
{
    private volatile Hashtable? _desks;

    internal object? Reserve(string room, Type kind)
    {
        Desk? desk = Find(room, create: true);
        return desk?.Seat(kind);
    }

    internal bool IsKnown(string room) => Find(room, create: false) is not null;

    private Desk? Find(string room, bool create)
    {
        Desk? desk = (Desk?)_desks?[room];
        if (desk != null)
        {
            return desk;
        }

        lock (typeof(Planner))
        {
            desk = (Desk?)_desks?[room];
            if (desk == null && create)
            {
                desk = new Desk();
                _desks ??= new Hashtable();
                _desks[room] = desk;
            }
        }

        return desk;
    }

    private sealed class Desk
    {
        private object[]? _seats;
        private Type[]? _kinds;
        private int _count;

        internal object? Seat(Type kind)
        {
            lock (this)
            {
                for (int i = 0; i < _count; i++)
                {
                    if (_kinds![i] == kind)
                    {
                        return _seats![i];
                    }
                }
            }

            object? made = Activator.CreateInstance(kind);
            if (made != null)
            {
                lock (this)
                {
                    if (_kinds == null || _kinds.Length == _count)
                    {
                        int length = _kinds == null ? 4 : _kinds.Length * 2;
                        var kinds = new Type[length];
                        var seats = new object[length];
                        if (_kinds != null)
                        {
                            _kinds.CopyTo(kinds, 0);
                            _seats!.CopyTo(seats, 0);
                        }

                        _kinds = kinds;
                        _seats = seats;
                    }

                    _kinds[_count] = kind;
                    _seats![_count++] = made;
                }
            }

            return made;
        }
    }
}
