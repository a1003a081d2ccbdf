using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.NegAio2002EventReset;

public sealed class Pump
{
    private readonly ConcurrentQueue<int> _first = new ConcurrentQueue<int>();
    private readonly ConcurrentQueue<int> _second = new ConcurrentQueue<int>();
    private readonly ConcurrentQueue<int> _third = new ConcurrentQueue<int>();
    private readonly Queue<int> _locked = new Queue<int>();
    private readonly ManualResetEventSlim _firstMore = new ManualResetEventSlim();
    private readonly ManualResetEventSlim _secondMore = new ManualResetEventSlim();
    private readonly AutoResetEvent _thirdMore = new AutoResetEvent(false);
    private readonly ManualResetEventSlim _lockedMore = new ManualResetEventSlim();
    private readonly ManualResetEventSlim _answered = new ManualResetEventSlim();
    private readonly Action<int> _ask;
    private volatile string _answer;

    public Pump(Action<int> ask) => _ask = ask;

    public void Post(int item)
    {
        _first.Enqueue(item);
        _firstMore.Set();
        _second.Enqueue(item);
        _secondMore.Set();
        _third.Enqueue(item);
        _thirdMore.Set();
        lock (_locked)
        {
            _locked.Enqueue(item);
            _lockedMore.Set();
        }
    }

    public void RunFirst(Action<int> work)
    {
        while (true)
        {
            _firstMore.Wait();
            _firstMore.Reset();
            while (_first.TryDequeue(out int item))
                work(item);
        }
    }

    public int NextOfSecond()
    {
        int item;
        while (!_second.TryDequeue(out item))
        {
            _secondMore.Reset();
            if (_second.TryDequeue(out item))
                break;
            _secondMore.Wait();
        }

        return item;
    }

    public void RunThird(Action<int> work)
    {
        while (true)
        {
            _thirdMore.WaitOne();
            while (_third.TryDequeue(out int item))
                work(item);
            _thirdMore.Reset();
        }
    }

    public int NextOfLocked()
    {
        while (true)
        {
            lock (_locked)
            {
                if (_locked.Count > 0)
                    return _locked.Dequeue();
                _lockedMore.Reset();
            }

            _lockedMore.Wait();
        }
    }

    public void Answer(string answer)
    {
        _answer = answer;
        _answered.Set();
    }

    public List<string> AskAll(int count)
    {
        var answers = new List<string>();
        for (int i = 0; i < count; i++)
        {
            _answered.Reset();
            _ask(i);
            _answered.Wait();
            if (_answer != null)
                answers.Add(_answer);
        }

        return answers;
    }
}
