using System;
using System.Collections;
using System.Collections.Generic;

namespace Corpus.Extra.OkPlainRingBuffer;

public class CircularBuffer<T> : IEnumerable<T>
{
    private T[] _items;
    private int _head;
    private int _tail;
    private int _count;
    private int _version;

    public CircularBuffer(int capacity)
    {
        _items = new T[Math.Max(capacity, 4)];
    }

    public int Count => _count;

    public bool IsFull => _count == _items.Length;

    public void PushBack(T item)
    {
        if (IsFull)
        {
            Grow();
        }

        _items[_tail] = item;
        _tail = (_tail + 1) % _items.Length;
        _count++;
        _version++;
    }

    public bool TryPopFront(out T item)
    {
        if (_count == 0)
        {
            item = default;
            return false;
        }

        item = _items[_head];
        _items[_head] = default;
        _head = (_head + 1) % _items.Length;
        _count--;
        _version++;
        return true;
    }

    private void Grow()
    {
        var items = new T[_items.Length * 2];
        Array.Copy(_items, _head, items, 0, _items.Length - _head);
        Array.Copy(_items, 0, items, _items.Length - _head, _head);
        _items = items;
        _head = 0;
        _tail = _count;
    }

    public IEnumerator<T> GetEnumerator()
    {
        int version = _version;
        for (int i = 0; i < _count; i++)
        {
            if (version != _version)
            {
                throw new InvalidOperationException("The buffer was changed.");
            }

            yield return _items[(_head + i) % _items.Length];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
