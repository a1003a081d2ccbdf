using System;
using System.Threading;

namespace Corpus.Extra.Aio2003SubjectStateCopied.Before;

public sealed class BroadcastSubject<T> : IObservable<T>, IObserver<T>
{
    private sealed class State
    {
        public static readonly State Initial = new State(Array.Empty<IObserver<T>>(), false, null);

        public State(IObserver<T>[] observers, bool done, Exception error)
        {
            Observers = observers;
            Done = done;
            Error = error;
        }

        public IObserver<T>[] Observers { get; }
        public bool Done { get; }
        public Exception Error { get; }

        public State With(IObserver<T> observer)
        {
            var next = new IObserver<T>[Observers.Length + 1];
            Array.Copy(Observers, next, Observers.Length);
            next[Observers.Length] = observer;
            return new State(next, false, null);
        }

        public State Without(int index)
        {
            var next = new IObserver<T>[Observers.Length - 1];
            Array.Copy(Observers, 0, next, 0, index);
            Array.Copy(Observers, index + 1, next, index, next.Length - index);
            return new State(next, false, null);
        }
    }

    private State _state = State.Initial;

    public bool HasObservers => Volatile.Read(ref _state).Observers.Length != 0;

    public IDisposable Subscribe(IObserver<T> observer)
    {
        if (observer == null)
            throw new ArgumentNullException(nameof(observer));

        while (true)
        {
            State current = Volatile.Read(ref _state);
            if (current.Done)
            {
                if (current.Error != null)
                    observer.OnError(current.Error);
                else
                    observer.OnCompleted();
                return new Subscription(null, null);
            }

            Volatile.Write(ref _state, current.With(observer));
            return new Subscription(this, observer);
        }
    }

    public void OnNext(T value)
    {
        foreach (IObserver<T> observer in Volatile.Read(ref _state).Observers)
            observer.OnNext(value);
    }

    public void OnError(Exception error)
    {
        foreach (IObserver<T> observer in Terminate(error ?? throw new ArgumentNullException(nameof(error))))
            observer.OnError(error);
    }

    public void OnCompleted()
    {
        foreach (IObserver<T> observer in Terminate(null))
            observer.OnCompleted();
    }

    private IObserver<T>[] Terminate(Exception error)
    {
        var terminal = new State(Array.Empty<IObserver<T>>(), true, error);
        while (true)
        {
            State current = Volatile.Read(ref _state);
            if (current.Done)
                return current.Observers;
            if (Interlocked.CompareExchange(ref _state, terminal, current) == current)
                return current.Observers;
        }
    }

    private void Unsubscribe(IObserver<T> observer)
    {
        while (true)
        {
            State current = Volatile.Read(ref _state);
            int index = Array.IndexOf(current.Observers, observer);
            if (index < 0)
                return;
            if (Interlocked.CompareExchange(ref _state, current.Without(index), current) == current)
                return;
        }
    }

    private sealed class Subscription : IDisposable
    {
        private readonly IObserver<T> _observer;
        private BroadcastSubject<T> _subject;

        public Subscription(BroadcastSubject<T> subject, IObserver<T> observer)
        {
            _subject = subject;
            _observer = observer;
        }

        public void Dispose() => Interlocked.Exchange(ref _subject, null)?.Unsubscribe(_observer);
    }
}
